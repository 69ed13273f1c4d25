package cn.siyu.application.insight.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.ExternalKey;
import cn.siyu.domain.insight.Interaction;
import cn.siyu.domain.insight.InteractionKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// The interactions of customers (互动); only added to.
public interface Interactions {
    /// The interactions with these keys, as far as they are known.
    Map<ExternalKey, Interaction> find(BrandId brand, Collection<ExternalKey> keys);

    /// Adds interactions, but for those whose key is taken.
    ///
    /// @return those that are new
    List<Interaction> add(BrandId brand, List<Interaction> interactions);

    /// When a kind of interaction happened in relationships, oldest first; of a relationship
    /// without any, no entry.
    Map<RelationshipId, List<Instant>> times(
            BrandId brand, Collection<RelationshipId> relationships, InteractionKind kind);
}
