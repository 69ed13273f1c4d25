package cn.siyu.application.trust;

import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.trust.port.EvidenceLog;
import cn.siyu.application.trust.port.EvidenceLog.Entry;
import cn.siyu.application.trust.port.TrustLedger;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.trust.evidence.CarryEdge;
import cn.siyu.domain.trust.evidence.CarryGraph;
import cn.siyu.domain.trust.evidence.DatedEvidence;
import cn.siyu.domain.trust.evidence.DayKey;
import cn.siyu.domain.trust.evidence.Evidence;
import cn.siyu.domain.trust.evidence.EvidenceId;
import cn.siyu.domain.trust.evidence.Posting;
import cn.siyu.domain.trust.policy.EvidenceKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Takes evidence in (证据), many pieces at once, and takes it back; inside the caller's
/// transaction, sums and projections included. The same piece counts once, in whatever order and
/// however often it comes.
public final class RecordEvidence {
    private final EvidenceLog log;
    private final TrustLedger ledger;
    private final IdSource ids;
    private final TrustBasis.Source basis;
    private final ProjectTrust project;

    public RecordEvidence(
            EvidenceLog log, TrustLedger ledger, IdSource ids, TrustBasis.Source basis, ProjectTrust project) {
        this.log = log;
        this.ledger = ledger;
        this.ids = ids;
        this.basis = basis;
        this.project = project;
    }

    /// One piece of evidence as it is reported.
    ///
    /// @param kind its code in the trust policy; a kind the policy doesn't know is kept and counts
    ///     nothing
    /// @param customer the birth customer of the identity that was observed
    /// @param relationship in which it was observed; null if in none
    /// @param occurredAt when it happened, by the clock of who reports it
    /// @param receivedAt when it came in, on the brand's clock
    /// @param multiplicity how many pieces it stands for, above 0
    /// @param sourceKey the fact's own id, chosen by its source, at most 160 characters
    public record EvidenceFact(
            String kind,
            CustomerId customer,
            @Nullable RelationshipId relationship,
            Instant occurredAt,
            Instant receivedAt,
            double multiplicity,
            String sourceKey) {}

    /// Records evidence. What is known changes nothing; what was retracted is put back.
    ///
    /// @return the customers whose trust was read anew
    public Set<CustomerId> record(BrandId brand, List<EvidenceFact> facts) {
        if (facts.isEmpty()) {
            return Set.of();
        }
        var by = basis.now(brand);
        var offered = new LinkedHashMap<EvidenceId, Entry>();
        facts.forEach(fact -> offered.putIfAbsent(new EvidenceId(fact.sourceKey()), entry(fact, by)));
        project.lock(brand, customersOf(offered.values()));
        var added = log.add(brand, List.copyOf(offered.values()));
        var counted = new ArrayList<>(added);
        if (added.size() < offered.size()) {
            counted.addAll(putBack(brand, offered.keySet()));
        }
        return counted.isEmpty() ? Set.of() : post(brand, by, counted, true);
    }

    /// Takes a piece back; afterwards everything is as if it had never been there. Without such a
    /// piece nothing happens.
    public void retract(BrandId brand, String sourceKey) {
        retract(brand, List.of(sourceKey));
    }

    /// As [#retract], for many.
    public void retract(BrandId brand, Collection<String> sourceKeys) {
        var found = log.find(brand, sourceKeys.stream().map(EvidenceId::new).toList())
                .values();
        if (found.isEmpty()) {
            return;
        }
        project.lock(brand, customersOf(found));
        var live = log.find(brand, found.stream().map(Entry::id).toList()).values().stream()
                .filter(entry -> !entry.retracted())
                .toList();
        if (!live.isEmpty()) {
            log.mark(brand, live.stream().map(Entry::id).toList(), true);
            post(brand, basis.now(brand), live, false);
        }
    }

    /// Lets trust in one relationship count in another from a moment on (继承、迁移、召回).
    public void carry(BrandId brand, CarryEdge edge, CustomerId customer) {
        var births = project.lock(brand, List.of(customer));
        var before = CarryGraph.of(ledger.carriesOf(brand, births));
        if (ledger.add(brand, ids.next(), edge)) {
            var evidence = log.on(brand, before.upstreamOf(edge.from()));
            var by = basis.now(brand);
            ledger.apply(brand, by.posting().carry(edge, before, known(evidence, by)));
            project.project(brand, by, List.of(customer));
        }
    }

    private Entry entry(EvidenceFact fact, TrustBasis by) {
        long number = ids.next();
        var evidence = new Evidence(
                new EvidenceId(fact.sourceKey()),
                new EvidenceKind(fact.kind()),
                fact.customer(),
                Optional.ofNullable(fact.relationship()),
                fact.occurredAt(),
                fact.receivedAt(),
                fact.multiplicity(),
                "");
        var dated = by.policy()
                .rule(evidence.kind())
                .map(rule -> evidence.dated(rule, by.zone()))
                .orElseGet(() -> new DatedEvidence(evidence, earlier(fact.occurredAt(), fact.receivedAt())));
        return new Entry(number, ids.publicId(number, fact.receivedAt()), dated, false);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private List<Entry> putBack(BrandId brand, Set<EvidenceId> offered) {
        var retracted = log.find(brand, offered).values().stream()
                .filter(Entry::retracted)
                .toList();
        log.mark(brand, retracted.stream().map(Entry::id).toList(), false);
        return retracted;
    }

    private Set<CustomerId> post(BrandId brand, TrustBasis by, Collection<Entry> entries, boolean add) {
        var customers = customersOf(entries);
        var evidence = known(entries.stream().map(Entry::dated).toList(), by);
        if (evidence.isEmpty()) {
            return Set.of();
        }
        var days = ledger.days(brand, daysOf(evidence, by));
        var carries = CarryGraph.of(ledger.carriesOf(brand, project.births(brand, customers)));
        ledger.apply(brand, posting(by, evidence, days, carries, add));
        project.project(brand, by, customers);
        return Set.copyOf(customers);
    }

    private static Posting posting(
            TrustBasis by, List<DatedEvidence> evidence, Map<DayKey, Double> days, CarryGraph carries, boolean add) {
        return add
                ? by.posting().add(evidence, day -> days.getOrDefault(day, 0.0), carries)
                : by.posting().retract(evidence, day -> days.getOrDefault(day, 0.0), carries);
    }

    private static List<DatedEvidence> known(Collection<DatedEvidence> evidence, TrustBasis by) {
        return evidence.stream()
                .filter(dated -> by.policy().rule(dated.evidence().kind()).isPresent())
                .toList();
    }

    private static Set<DayKey> daysOf(List<DatedEvidence> evidence, TrustBasis by) {
        var days = new LinkedHashSet<DayKey>();
        for (DatedEvidence dated : evidence) {
            var kind = dated.evidence().kind();
            if (by.policy().rule(kind).orElseThrow().capped()) {
                dated.evidence()
                        .subjects()
                        .forEach(subject -> days.add(new DayKey(subject, kind, dated.effectiveAt())));
            }
        }
        return days;
    }

    private static List<CustomerId> customersOf(Collection<Entry> entries) {
        return entries.stream()
                .map(entry -> entry.dated().evidence().customer())
                .distinct()
                .collect(Collectors.toList());
    }
}
