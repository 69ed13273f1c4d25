/// What a brand lets evidence be worth: kinds of evidence with their points and half-lives, the
/// envelopes of the channels, what is carried over when a customer changes hands, and when somebody
/// is alerted.
///
/// All of it is data in editions: [TrustPolicyReader] makes a [TrustPolicy] of a record tree and
/// says what is wrong with it. Knows neither customers nor evidence. Start with [TrustPolicy].
@NullMarked
package cn.siyu.domain.trust.policy;

import org.jspecify.annotations.NullMarked;
