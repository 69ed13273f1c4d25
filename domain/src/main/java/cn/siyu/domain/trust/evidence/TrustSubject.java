package cn.siyu.domain.trust.evidence;

import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;

/// What evidence is summed for: a customer's trust in the brand, or in the person behind one
/// relationship.
public sealed interface TrustSubject {

    /// Brand trust (品牌信任) of one birth customer. After a merge of identities the sums of all
    /// its birth customers add up.
    record Brand(CustomerId customer) implements TrustSubject {}

    /// Social trust (社交信任) in one relationship.
    record Social(RelationshipId relationship) implements TrustSubject {}
}
