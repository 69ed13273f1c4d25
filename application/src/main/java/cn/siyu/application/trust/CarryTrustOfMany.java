package cn.siyu.application.trust;

import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.trust.port.EvidenceLog;
import cn.siyu.application.trust.port.TrustLedger;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.trust.evidence.CarryEdge;
import cn.siyu.domain.trust.evidence.CarryGraph;
import cn.siyu.domain.trust.evidence.DatedEvidence;
import cn.siyu.domain.trust.evidence.Posting;
import cn.siyu.domain.trust.policy.CarryReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// As [CarryTrust], for many customers who change hands for one reason, without a query for each
/// (批量信任结转). Inside the caller's transaction. Said again nothing changes, and nothing goes in
/// a circle.
public final class CarryTrustOfMany {
    private final EvidenceLog log;
    private final TrustLedger ledger;
    private final IdSource ids;
    private final TrustBasis.Source basis;
    private final ProjectTrust project;

    public CarryTrustOfMany(
            EvidenceLog log, TrustLedger ledger, IdSource ids, TrustBasis.Source basis, ProjectTrust project) {
        this.log = log;
        this.ledger = ledger;
        this.ids = ids;
        this.basis = basis;
        this.project = project;
    }

    /// One customer who changed hands.
    ///
    /// @param from the relationship that trust was built in
    /// @param to the one in which it counts from now on
    /// @param at when the customer changed hands; evidence up to then is carried
    public record Carried(CustomerId customer, RelationshipId from, RelationshipId to, Instant at) {}

    /// Carries trust over.
    ///
    /// @return of how many it was not carried before
    public int carry(BrandId brand, Collection<Carried> carried, CarryReason reason) {
        if (carried.isEmpty()) {
            return 0;
        }
        var by = basis.now(brand);
        var share = by.policy().carryShare(reason);
        var customers = carried.stream().map(Carried::customer).distinct().toList();
        var births = project.lock(brand, customers);
        var graph = CarryGraph.of(ledger.carriesOf(brand, births));
        var edges = new LinkedHashMap<Long, CarryEdge>();
        for (Carried one : carried) {
            if (!graph.upstreamOf(one.from()).contains(one.to())) {
                edges.put(ids.next(), new CarryEdge(one.from(), one.to(), one.at(), share));
            }
        }
        var news = ledger.addAll(brand, edges);
        if (!news.isEmpty()) {
            ledger.apply(brand, posting(brand, by, edges, news, graph));
        }
        project.project(brand, by, customers);
        return news.size();
    }

    private Posting posting(
            BrandId brand, TrustBasis by, Map<Long, CarryEdge> edges, Set<Long> news, CarryGraph known) {
        var evidence = evidence(brand, by, edges.values(), known);
        var graph = known;
        var postings = new ArrayList<Posting>();
        for (long id : edges.keySet()) {
            var edge = Objects.requireNonNull(edges.get(id));
            if (news.contains(id)) {
                var upstream = graph.upstreamOf(edge.from()).stream()
                        .flatMap(one -> evidence.getOrDefault(one, List.of()).stream())
                        .toList();
                postings.add(by.posting().carry(edge, graph, upstream));
                graph = graph.with(edge);
            }
        }
        return Posting.together(postings);
    }

    /// All evidence that an edge can carry, by the relationship it was seen in.
    private Map<RelationshipId, List<DatedEvidence>> evidence(
            BrandId brand, TrustBasis by, Collection<CarryEdge> edges, CarryGraph known) {
        var all = known;
        for (CarryEdge edge : edges) {
            all = all.with(edge);
        }
        var upstream = new LinkedHashSet<RelationshipId>();
        for (CarryEdge edge : edges) {
            upstream.addAll(all.upstreamOf(edge.from()));
        }
        return log.on(brand, upstream).stream()
                .filter(dated -> by.policy().rule(dated.evidence().kind()).isPresent())
                .collect(Collectors.groupingBy(
                        dated -> dated.evidence().relationship().orElseThrow()));
    }
}
