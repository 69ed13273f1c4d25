package cn.siyu.application.trust;

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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Why trust in a relationship is what it is, exact at the moment of asking: the base, and what each piece of evidence
/// contributes.
public final class ExplainTrust {
    private final EvidenceLog log;
    private final TrustLedger ledger;
    private final TrustBasis.Source basis;

    public ExplainTrust(EvidenceLog log, TrustLedger ledger, TrustBasis.Source basis) {
        this.log = log;
        this.ledger = ledger;
        this.basis = basis;
    }

    /// What is asked.
    ///
    /// @param pieces how many of the newest pieces are listed one by one; the rest folds into one line per kind
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
        return ledger.relationshipsOf(query.brand(), List.of(query.customer())).stream()
                .filter(one -> one.id().equals(query.relationship()))
                .findFirst()
                .map(relationship -> explain(query, relationship));
    }

    private Explained explain(Query query, Followed relationship) {
        var brand = query.brand();
        var by = basis.now(brand);
        var brandSubject = new TrustSubject.Brand(query.customer());
        var socialSubject = new TrustSubject.Social(relationship.id());
        var sums = ledger.accumulators(brand, List.of(brandSubject, socialSubject));
        var table = by.table(ReadTrust.newest(sums));
        var entries = new LinkedHashMap<EvidenceId, Entry>();
        log.newestOf(brand, query.customer(), query.pieces()).stream()
                .filter(entry ->
                        by.policy().rule(entry.dated().evidence().kind()).isPresent())
                .forEach(entry -> entries.put(entry.id(), entry));
        var days = ledger.days(brand, daysOf(entries.values().stream().toList()));
        var carries = CarryGraph.of(ledger.carriesOf(brand, List.of(query.customer())));
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
                        ReadTrust.sumsOf(sums, brandSubject),
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
