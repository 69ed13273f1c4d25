/// Insight (洞察): what contact achieved. Facts are counted here, nothing is decided.
///
/// Attribution (归因) puts paid orders down to delivered contacts; it is shown beside measured
/// uplift, never instead.
@NullMarked
package cn.siyu.domain.insight;

import org.jspecify.annotations.NullMarked;
