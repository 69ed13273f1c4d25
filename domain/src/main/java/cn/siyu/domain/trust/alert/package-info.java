/// Relationships that lose their trust (信任预警): who must be looked after, why, and what came of
/// it.
///
/// [cn.siyu.domain.trust.alert.TrustWatch] judges one relationship by its sums of now and of one
/// window ago; [cn.siyu.domain.trust.alert.RelationshipAlert] is what is kept of it until somebody
/// has closed it.
@NullMarked
package cn.siyu.domain.trust.alert;

import org.jspecify.annotations.NullMarked;
