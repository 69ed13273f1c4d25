/// The official API as calls: token, one HTTP exchange, and the answer sorted into done, certainly
/// not done, or unknown.
///
/// [WeComClient] is the only door. [Refusals] is the list of error codes that prove that a call had
/// no effect; what is not on it is unknown for a call that changes something. [TokenCache] keeps
/// the credential. This package knows WeCom's envelope (errcode, errmsg) but none of its single
/// APIs.
@NullMarked
package cn.siyu.adapter.wecom.client;

import org.jspecify.annotations.NullMarked;
