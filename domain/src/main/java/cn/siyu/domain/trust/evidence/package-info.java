/// What moves trust (证据): evidence as it arrives, its effective time, the accumulators it is
/// summed in, and the edges over which it is carried into a new relationship.
///
/// Decides and returns: [EvidencePosting] says by how much which stored sums change, and a store
/// applies that as `a = a + δ`, so that late, batched and concurrent evidence end in the same
/// state. Knows nothing of scores. Start with [Evidence], then [EvidencePosting].
@NullMarked
package cn.siyu.domain.trust.evidence;

import org.jspecify.annotations.NullMarked;
