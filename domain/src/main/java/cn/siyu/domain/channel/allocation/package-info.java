/// Allocation (分流): which account a new customer is led to, and why.
///
/// A contact way's printed link never changes; each visit is allocated anew, over the accounts that
/// may take somebody now. The rules are pure functions of the candidates' state; holding a place so
/// that no cap is passed under concurrency is the keeper's work, who asks again without the account
/// that filled up in the meantime.
///
/// Start with `Allocator`; `SmoothWeightedRoundRobin`, `LeastLoaded` and `Rendezvous` are the ways
/// to pick.
@NullMarked
package cn.siyu.domain.channel.allocation;

import org.jspecify.annotations.NullMarked;
