package cn.siyu.application.trust.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.trust.evidence.DatedEvidence;
import cn.siyu.domain.trust.evidence.EvidenceId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// All evidence that ever came in. Nothing is deleted; a retracted piece is marked.
public interface EvidenceLog {
    /// Adds evidence, but for pieces whose id is taken.
    ///
    /// @return those that are new
    List<Entry> add(BrandId brand, List<Entry> entries);

    /// The pieces with these ids, as far as they are there.
    Map<EvidenceId, Entry> find(BrandId brand, Collection<EvidenceId> ids);

    /// Marks pieces as retracted, or takes the mark away.
    void mark(BrandId brand, Collection<EvidenceId> ids, boolean retracted);

    /// The newest pieces of birth customers that are not retracted, newest effective time first.
    List<Entry> newestOf(BrandId brand, Collection<CustomerId> births, int atMost);

    /// As [#newestOf(BrandId, Collection, int)], of one birth customer.
    default List<Entry> newestOf(BrandId brand, CustomerId birth, int atMost) {
        return newestOf(brand, List.of(birth), atMost);
    }

    /// All pieces of relationships that are not retracted.
    List<DatedEvidence> on(BrandId brand, Collection<RelationshipId> relationships);

    /// One piece in the log.
    ///
    /// @param number its inner number
    record Entry(long number, PublicId publicId, DatedEvidence dated, boolean retracted) {
        /// The piece's id.
        public EvidenceId id() {
            return dated.evidence().id();
        }
    }
}
