package cn.siyu.application.trust;

import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.trust.port.EvidenceLog;
import cn.siyu.application.trust.port.EvidenceLog.Entry;
import cn.siyu.application.trust.port.TrustLedger;
import cn.siyu.application.trust.port.TrustLedger.Followed;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.trust.EvidenceShare;
import cn.siyu.domain.trust.TrustExplainer;
import cn.siyu.domain.trust.TrustExplanation;
import cn.siyu.domain.trust.evidence.CarryGraph;
import cn.siyu.domain.trust.evidence.DayKey;
import cn.siyu.domain.trust.evidence.EvidenceId;
import cn.siyu.domain.trust.evidence.TrustSubject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Why trust in a relationship is what it is, exact at the moment of asking: the base, and what
/// each piece of evidence contributes.
public final class ExplainTrust {
    private final EvidenceLog log;
    private final TrustLedger ledger;
    private final TrustBasis.Source basis;
    private final Persons persons;

    public ExplainTrust(EvidenceLog log, TrustLedger ledger, TrustBasis.Source basis, Persons persons) {
        this.log = log;
        this.ledger = ledger;
        this.basis = basis;
        this.persons = persons;
    }

    /// What is asked.
    ///
    /// @param pieces how many of the newest pieces are listed one by one; the rest folds into one
    ///     line per kind
    public record Query(BrandId brand, CustomerId customer, RelationshipId relationship, int pieces) {}

    /// An explained score.
    ///
    /// @param evidence the listed pieces as they are in the log
    public record Explained(
            TrustExplanation explanation,
            String channelKind,
            Map<EvidenceId, Entry> evidence,
            Instant asOf,
            String policyEdition) {}

    /// Empty if the customer has no such relationship.
    public Optional<Explained> answer(Query query) {
        var births = ReadTrust.birthsOf(persons, query.brand(), query.customer());
        return ledger.relationshipsOf(query.brand(), births).stream()
                .filter(one -> one.id().equals(query.relationship()))
                .findFirst()
                .map(relationship -> explain(query, births, relationship));
    }

    private Explained explain(Query query, List<CustomerId> births, Followed relationship) {
        var brand = query.brand();
        var by = basis.now(brand);
        var socialSubject = new TrustSubject.Social(relationship.id());
        var brandSubjects = ReadTrust.brandSubjects(births);
        var subjects = new ArrayList<>(brandSubjects);
        subjects.add(socialSubject);
        var sums = ledger.accumulators(brand, subjects);
        var table = by.table(ReadTrust.newest(sums));
        var entries = new LinkedHashMap<EvidenceId, Entry>();
        log.newestOf(brand, births, query.pieces()).stream()
                .filter(entry ->
                        by.policy().rule(entry.dated().evidence().kind()).isPresent())
                .forEach(entry -> entries.put(entry.id(), entry));
        var days = ledger.days(brand, daysOf(entries.values().stream().toList()));
        var carries = CarryGraph.of(ledger.carriesOf(brand, births));
        var shares = entries.values().stream()
                .map(entry -> EvidenceShare.of(
                        entry.dated(),
                        by.policy().rule(entry.dated().evidence().kind()).orElseThrow(),
                        day -> days.getOrDefault(day, 0.0),
                        carries,
                        relationship.id()))
                .toList();
        var explanation = new TrustExplainer(by.model())
                .explain(
                        table,
                        ReadTrust.sumOf(sums, brandSubjects),
                        ReadTrust.sumsOf(sums, socialSubject),
                        relationship.channelKind(),
                        shares);
        return new Explained(
                explanation,
                relationship.channelKind(),
                entries,
                table.asOf(),
                by.policy().edition());
    }

    private static Set<DayKey> daysOf(List<Entry> entries) {
        var days = new LinkedHashSet<DayKey>();
        for (Entry entry : entries) {
            var evidence = entry.dated().evidence();
            evidence.subjects()
                    .forEach(subject -> days.add(
                            new DayKey(subject, evidence.kind(), entry.dated().effectiveAt())));
        }
        return days;
    }
}
