package cn.siyu.application.trust.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.trust.TrustProjection;
import cn.siyu.domain.trust.evidence.Accumulator;
import cn.siyu.domain.trust.evidence.AccumulatorDelta;
import cn.siyu.domain.trust.evidence.AccumulatorKey;
import cn.siyu.domain.trust.evidence.Accumulators;
import cn.siyu.domain.trust.evidence.CarryEdge;
import cn.siyu.domain.trust.evidence.DayDelta;
import cn.siyu.domain.trust.evidence.DayKey;
import cn.siyu.domain.trust.evidence.Posting;
import cn.siyu.domain.trust.evidence.TrustSubject;
import cn.siyu.domain.trust.policy.EvidenceKind;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Sums and projections of trust in memory, over relationships kept elsewhere.
public final class InMemoryTrustLedger implements TrustLedger {
    private final Relationships relationships;
    private final Function<ChannelAccountId, String> channelKind;
    private final InMemoryStore.Table<String, Sum> sums;
    private final InMemoryStore.Table<String, Double> days;
    private final InMemoryStore.Table<Long, Carry> edges;
    private final InMemoryStore.Table<Long, Projected> customers;
    private final InMemoryStore.Table<Long, TrustProjection> ofRelationships;

    private record Sum(AccumulatorKey key, Accumulator sum) {}

    private record Carry(BrandId brand, CarryEdge edge) {}

    private record Projected(BrandId brand, OfCustomer customer) {}

    /// An empty ledger.
    ///
    /// @param channelKind the kind of channel an account is on
    public InMemoryTrustLedger(
            InMemoryStore store, Relationships relationships, Function<ChannelAccountId, String> channelKind) {
        this.relationships = relationships;
        this.channelKind = channelKind;
        this.sums = store.table();
        this.days = store.table();
        this.edges = store.table();
        this.customers = store.table();
        this.ofRelationships = store.table();
    }

    /// What is projected of a customer, or empty.
    public Optional<OfCustomer> projected(CustomerId customer) {
        return Optional.ofNullable(customers.rows().get(customer.value())).map(Projected::customer);
    }

    /// What is projected of a relationship, or empty.
    public Optional<TrustProjection> projected(RelationshipId relationship) {
        return Optional.ofNullable(ofRelationships.rows().get(relationship.value()));
    }

    /// Customers with a live relationship, by number.
    List<CustomerId> withTrust(BrandId brand) {
        return customers.rows().values().stream()
                .filter(row -> row.brand().equals(brand) && row.customer().best() != null)
                .map(row -> row.customer().customer())
                .sorted(Comparator.comparingLong(CustomerId::value))
                .toList();
    }

    @Override
    public void lock(BrandId brand, Collection<CustomerId> ids) {
        // a store in memory runs one transaction at a time
    }

    @Override
    public List<Followed> relationshipsOf(BrandId brand, Collection<CustomerId> ids) {
        return relationships.of(brand, ids).stream()
                .map(one -> new Followed(one.id(), one.customer(), channelKind.apply(one.account()), one.live()))
                .toList();
    }

    @Override
    public List<CarryEdge> carriesOf(BrandId brand, Collection<CustomerId> ids) {
        var theirs = relationshipsOf(brand, ids).stream().map(Followed::id).collect(Collectors.toSet());
        return edges.rows().values().stream()
                .filter(row ->
                        row.brand().equals(brand) && theirs.contains(row.edge().from()))
                .map(Carry::edge)
                .toList();
    }

    @Override
    public boolean add(BrandId brand, long id, CarryEdge edge) {
        boolean known = edges.rows().values().stream()
                .anyMatch(row -> row.brand().equals(brand)
                        && row.edge().from().equals(edge.from())
                        && row.edge().to().equals(edge.to()));
        if (!known) {
            edges.rows().put(id, new Carry(brand, edge));
        }
        return !known;
    }

    @Override
    public Set<Long> addAll(BrandId brand, Map<Long, CarryEdge> all) {
        return all.entrySet().stream()
                .filter(entry -> add(brand, entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<DayKey, Double> days(BrandId brand, Collection<DayKey> keys) {
        var totals = new HashMap<DayKey, Double>();
        for (DayKey key : keys) {
            var total = days.rows().get(brand + "/" + key);
            if (total != null) {
                totals.put(key, total);
            }
        }
        return totals;
    }

    @Override
    public Map<TrustSubject, Accumulators> accumulators(BrandId brand, Collection<TrustSubject> subjects) {
        var found = new HashMap<TrustSubject, Accumulators>();
        for (TrustSubject subject : subjects) {
            Map<EvidenceKind, Accumulator> byKind = kept(brand)
                    .filter(row -> row.key().subject().equals(subject))
                    .collect(Collectors.toMap(row -> row.key().kind(), Sum::sum));
            if (!byKind.isEmpty()) {
                found.put(subject, new Accumulators(byKind));
            }
        }
        return found;
    }

    private Stream<Sum> kept(BrandId brand) {
        return sums.rows().tailMap(brand + "/", true).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(brand + "/"))
                .map(Map.Entry::getValue);
    }

    @Override
    public void apply(BrandId brand, Posting posting) {
        for (DayDelta delta : posting.days()) {
            days.rows()
                    .merge(
                            brand + "/" + delta.day(),
                            Math.max(0, delta.sum()),
                            (was, _) -> Math.max(0, was + delta.sum()));
        }
        for (AccumulatorDelta delta : posting.accumulators()) {
            var key = brand + "/" + delta.key();
            var row = sums.rows().get(key);
            var was = row == null ? Accumulator.empty() : row.sum();
            sums.rows().put(key, new Sum(delta.key(), was.plus(delta)));
        }
    }

    @Override
    public void project(BrandId brand, List<OfCustomer> ofCustomers, List<OfRelationship> projections) {
        ofCustomers.forEach(one -> customers.rows().put(one.customer().value(), new Projected(brand, one)));
        projections.forEach(one -> ofRelationships.rows().put(one.relationship().value(), one.projection()));
    }

    @Override
    public List<CustomerId> projectedBefore(BrandId brand, Instant moment, int atMost) {
        return customers.rows().values().stream()
                .filter(row -> row.brand().equals(brand))
                .map(Projected::customer)
                .filter(one -> one.asOf().isBefore(moment))
                .sorted(Comparator.comparing(OfCustomer::asOf)
                        .thenComparingLong(one -> one.customer().value()))
                .limit(atMost)
                .map(OfCustomer::customer)
                .toList();
    }

    @Override
    public Optional<Instant> oldestProjection(BrandId brand) {
        return customers.rows().values().stream()
                .filter(row -> row.brand().equals(brand))
                .map(row -> row.customer().asOf())
                .min(Comparator.naturalOrder());
    }
}
