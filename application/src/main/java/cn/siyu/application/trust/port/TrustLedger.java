package cn.siyu.application.trust.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.trust.TrustProjection;
import cn.siyu.domain.trust.evidence.Accumulators;
import cn.siyu.domain.trust.evidence.CarryEdge;
import cn.siyu.domain.trust.evidence.DayKey;
import cn.siyu.domain.trust.evidence.Posting;
import cn.siyu.domain.trust.evidence.TrustSubject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The sums of evidence and what is projected from them. Whoever changes sums or projections of
/// customers locks the customers first, so that changes come one by one.
public interface TrustLedger {
    /// Lets nobody else lock these customers until the transaction ends.
    void lock(BrandId brand, Collection<CustomerId> customers);

    /// The relationships of customers, ended ones too, with the kinds of their channels.
    List<Followed> relationshipsOf(BrandId brand, Collection<CustomerId> customers);

    /// All carry edges that begin or end at relationships of customers.
    List<CarryEdge> carriesOf(BrandId brand, Collection<CustomerId> customers);

    /// Adds a carry edge.
    ///
    /// @param id its inner number
    /// @return false if there is one between the two already
    boolean add(BrandId brand, long id, CarryEdge edge);

    /// Adds carry edges, by inner numbers of theirs.
    ///
    /// @return the numbers of those that were added; between the others' relationships there is one
    ///     already
    Set<Long> addAll(BrandId brand, Map<Long, CarryEdge> edges);

    /// The raw sums of days, as far as something is stored for them.
    Map<DayKey, Double> days(BrandId brand, Collection<DayKey> days);

    /// The sums of subjects; of a subject without any, no entry.
    Map<TrustSubject, Accumulators> accumulators(BrandId brand, Collection<TrustSubject> subjects);

    /// Adds deltas to the stored sums, as [Posting] says.
    void apply(BrandId brand, Posting posting);

    /// Writes projections down.
    void project(BrandId brand, List<OfCustomer> customers, List<OfRelationship> relationships);

    /// Customers whose projection is older than a moment, oldest first.
    List<CustomerId> projectedBefore(BrandId brand, Instant moment, int atMost);

    /// The time of the oldest projection; empty without customers.
    Optional<Instant> oldestProjection(BrandId brand);

    /// A relationship as far as trust depends on it.
    ///
    /// @param channelKind the kind of the account's channel, for example `WECOM`
    record Followed(RelationshipId id, CustomerId customer, String channelKind, boolean live) {}

    /// What is projected of a customer.
    ///
    /// @param best the live relationship with the most trust; null without one
    /// @param brandScore brand trust, 0 to 100
    /// @param confidence of the best relationship's trust, or of brand trust without one
    record OfCustomer(
            CustomerId customer,
            @Nullable TrustProjection best,
            double brandScore,
            double confidence,
            Instant asOf,
            String policyEdition) {}

    /// What is projected of a relationship.
    record OfRelationship(RelationshipId relationship, TrustProjection projection) {}
}
