package cn.siyu.application.trust;

import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.trust.port.EvidenceLog;
import cn.siyu.application.trust.port.TrustLedger;
import cn.siyu.application.trust.port.TrustLedger.Followed;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.trust.alert.TrustFinding;
import cn.siyu.domain.trust.alert.TrustWatch;
import cn.siyu.domain.trust.alert.TrustWatch.Sums;
import cn.siyu.domain.trust.evidence.Accumulator;
import cn.siyu.domain.trust.evidence.AccumulatorKey;
import cn.siyu.domain.trust.evidence.Accumulators;
import cn.siyu.domain.trust.evidence.CarryGraph;
import cn.siyu.domain.trust.evidence.DatedEvidence;
import cn.siyu.domain.trust.evidence.TrustSubject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which relationships of some people lose their trust, now. Four queries for any number of people,
/// and the log only of those whose sums leave room for a fall: the trust of the past is in the log
/// and not in the sums.
public final class JudgeTrust {
    /// Of how many people the log is held in memory at once.
    private static final int LOGS = 100;

    private final TrustLedger ledger;
    private final EvidenceLog log;
    private final TrustBasis.Source basis;
    private final Persons persons;

    public JudgeTrust(TrustLedger ledger, EvidenceLog log, TrustBasis.Source basis, Persons persons) {
        this.ledger = ledger;
        this.log = log;
        this.basis = basis;
        this.persons = persons;
    }

    /// What was found out about one live relationship.
    ///
    /// @param findings none: nothing is wrong
    record Judged(
            CustomerId customer, RelationshipId relationship, List<Dated> findings, Instant at, String policyEdition) {}

    /// A finding with its window.
    record Dated(TrustFinding finding, Instant from, Instant until) {}

    /// The brand's present moment.
    Instant now(BrandId brand) {
        return basis.now(brand).now();
    }

    /// Judges all live relationships of people.
    List<Judged> of(BrandId brand, List<CustomerId> people) {
        if (people.isEmpty()) {
            return List.of();
        }
        var births = persons.births(brand, people);
        var all = births.values().stream().flatMap(List::stream).distinct().toList();
        var followed = ledger.relationshipsOf(brand, all);
        var subjects = new LinkedHashSet<TrustSubject>();
        all.forEach(birth -> subjects.add(new TrustSubject.Brand(birth)));
        followed.forEach(one -> subjects.add(new TrustSubject.Social(one.id())));
        var judging = new Judging(basis.now(brand), births, followed, ledger.accumulators(brand, subjects));
        var asked = judging.asked();
        for (int i = 0; i < asked.size(); i += LOGS) {
            var some = asked.subList(i, Math.min(i + LOGS, asked.size()));
            var theirs = some.stream()
                    .flatMap(person -> births.getOrDefault(person, List.of(person)).stream())
                    .toList();
            judging.past(
                    some,
                    log.newestOf(brand, theirs, Integer.MAX_VALUE).stream()
                            .map(EvidenceLog.Entry::dated)
                            .toList(),
                    CarryGraph.of(ledger.carriesOf(brand, theirs)));
        }
        return judging.judged();
    }

    /// One look at people who were loaded together.
    private static final class Judging {
        private final TrustBasis by;
        private final TrustWatch watch;
        private final Map<CustomerId, CustomerId> personOf = new HashMap<>();
        private final Map<CustomerId, List<CustomerId>> births;
        private final List<Followed> live;
        private final Map<TrustSubject, Accumulators> sums;
        private final Map<RelationshipId, TrustFinding> fallen = new HashMap<>();
        private final Instant at;

        Judging(
                TrustBasis by,
                Map<CustomerId, List<CustomerId>> births,
                List<Followed> followed,
                Map<TrustSubject, Accumulators> sums) {
            this.by = by;
            this.births = births;
            this.sums = sums;
            this.live = followed.stream()
                    .filter(Followed::live)
                    .sorted(Comparator.comparingLong(one -> one.id().value()))
                    .toList();
            births.forEach((person, theirs) -> theirs.forEach(birth -> personOf.put(birth, person)));
            this.at = by.table(ReadTrust.newest(sums)).asOf();
            this.watch = new TrustWatch(by.model(), by.landmark(), at);
        }

        /// People of whom the past must be known.
        List<CustomerId> asked() {
            return live.stream()
                    .filter(one -> watch.mayHaveFallen(now(one), one.channelKind()))
                    .map(this::person)
                    .distinct()
                    .toList();
        }

        void past(List<CustomerId> people, List<DatedEvidence> evidence, CarryGraph carries) {
            var known = evidence.stream()
                    .filter(dated -> by.policy().rule(dated.evidence().kind()).isPresent())
                    .toList();
            var then = by.posting().rebuildAsOf(known, carries, watch.windowStart());
            var bySubject = bySubject(then);
            live.stream()
                    .filter(one -> people.contains(person(one)))
                    .filter(one -> watch.mayHaveFallen(now(one), one.channelKind()))
                    .forEach(one -> watch.fell(sums(one, bySubject), now(one), one.channelKind())
                            .ifPresent(finding -> fallen.put(one.id(), finding)));
        }

        List<Judged> judged() {
            return live.stream().map(this::judged).toList();
        }

        private Judged judged(Followed one) {
            var findings = new ArrayList<Dated>();
            Optional.ofNullable(fallen.get(one.id()))
                    .ifPresent(finding -> findings.add(new Dated(finding, watch.windowStart(), at)));
            watch.aboutToFall(now(one), one.channelKind())
                    .ifPresent(finding -> findings.add(new Dated(finding, at, watch.windowEnd())));
            return new Judged(
                    one.customer(), one.id(), findings, at, by.policy().edition());
        }

        private Sums now(Followed one) {
            return sums(one, sums);
        }

        private Sums sums(Followed one, Map<TrustSubject, Accumulators> from) {
            var brand = births.getOrDefault(person(one), List.of(one.customer())).stream()
                    .map(birth -> from.getOrDefault(new TrustSubject.Brand(birth), Accumulators.none()))
                    .reduce(Accumulators.none(), Accumulators::plus);
            return new Sums(brand, from.getOrDefault(new TrustSubject.Social(one.id()), Accumulators.none()));
        }

        private CustomerId person(Followed one) {
            return personOf.getOrDefault(one.customer(), one.customer());
        }

        private static Map<TrustSubject, Accumulators> bySubject(Map<AccumulatorKey, Accumulator> sums) {
            var found = new HashMap<TrustSubject, Accumulators>();
            sums.forEach((key, sum) ->
                    found.merge(key.subject(), new Accumulators(Map.of(key.kind(), sum)), Accumulators::plus));
            return found;
        }
    }
}
