/// One class per role port, in WeCom's words (客户联系 API): which path, which fields, and how the
/// answer reads.
///
/// Each class takes a [cn.siyu.adapter.wecom.client.WeComClient] and holds no state. Limits that
/// the platform publishes are in [WeComLimits]; what breaks them is refused here, before anything
/// is written.
@NullMarked
package cn.siyu.adapter.wecom.role;

import org.jspecify.annotations.NullMarked;
