/// The pool of customers whom nobody serves (公海), and who may take one out of it.
///
/// [Unserved] says whether and why a customer belongs into it, by what is known of its
/// relationships ([Tie]). A [PoolEntry] is one stay in the pool, a [PoolClaim] one time that an
/// account took the customer on; [ClaimRules] says who may. All numbers are a brand's policy
/// ([PoolPolicy]).
@NullMarked
package cn.siyu.domain.continuity.pool;

import org.jspecify.annotations.NullMarked;
