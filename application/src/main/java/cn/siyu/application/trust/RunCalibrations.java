package cn.siyu.application.trust;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.trust.port.CalibrationHistories;
import cn.siyu.application.trust.port.Calibrations;
import cn.siyu.application.trust.port.EvidenceLog;
import cn.siyu.application.trust.port.TrustLedger;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.trust.calibration.Calibration;
import cn.siyu.domain.trust.calibration.CalibrationReport;
import cn.siyu.domain.trust.calibration.CutReading;
import cn.siyu.domain.trust.calibration.Observation;
import cn.siyu.domain.trust.calibration.PersonHistory;
import cn.siyu.domain.trust.evidence.CarryGraph;
import cn.siyu.domain.trust.evidence.DatedEvidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Computes the calibrations that wait. It reads a sample of the people, a chunk at a time, and
/// keeps at most a fixed number of observations, so that memory doesn't grow with the brand;
/// nothing is written but the report. Killed in between, it is computed again, with the same
/// result: it looks at the moment at which it was asked for.
public final class RunCalibrations {
    /// As many relationships as are looked at, about.
    static final long MOST = 20_000;

    private static final int MOST_CUTS = 6;
    private static final int CHUNK = 200;
    private static final int ALL = 1_000;

    private final Calibrations calibrations;
    private final CalibrationHistories histories;
    private final EvidenceLog log;
    private final TrustLedger ledger;
    private final Persons persons;
    private final TrustBasis.Source basis;
    private final Brands brands;
    private final BrandClock clock;
    private final UnitOfWork work;

    public RunCalibrations(
            Calibrations calibrations,
            CalibrationHistories histories,
            EvidenceLog log,
            TrustLedger ledger,
            Persons persons,
            TrustBasis.Source basis,
            Brands brands,
            BrandClock clock,
            UnitOfWork work) {
        this.calibrations = calibrations;
        this.histories = histories;
        this.log = log;
        this.ledger = ledger;
        this.persons = persons;
        this.basis = basis;
        this.brands = brands;
        this.clock = clock;
        this.work = work;
    }

    /// Computes the one that waits.
    ///
    /// @return 1 if there was one
    public int runDue(BrandId brand, Instant now, int atMost) {
        var waiting = calibrations.waiting(brand).filter(_ -> atMost > 0);
        waiting.ifPresent(run -> {
            var report = compute(brand, run.startedAt());
            work.run(() -> calibrations.replace(brand, run.done(report, clock.now(brand))));
        });
        return waiting.isPresent() ? 1 : 0;
    }

    /// When the one that waits was asked for; empty if none does.
    public Optional<Instant> nextDueAt(BrandId brand) {
        return calibrations.waiting(brand).map(CalibrationRun::startedAt);
    }

    private CalibrationReport compute(BrandId brand, Instant asOf) {
        var by = basis.now(brand);
        var cuts = IntStream.range(0, MOST_CUTS)
                .mapToObj(cut ->
                        asOf.minus(CutReading.FOLLOWED).minus(CutReading.APART.multipliedBy(MOST_CUTS - 1L - cut)))
                .toList();
        long relationships = histories.relationshipsSince(brand, cuts.getFirst());
        int perMille = relationships <= MOST ? ALL : (int) Math.max(1, MOST * ALL / relationships);
        var observations = observe(brand, new CutReading(by.policy(), by.landmark(), cuts), perMille);
        int first = observations.stream().mapToInt(Observation::cut).min().orElse(cuts.size());
        var used = cuts.subList(first, cuts.size());
        var shifted = observations.stream().map(one -> one.from(first)).toList();
        long sampled = relationships * perMille / ALL;
        var calibration =
                new Calibration(by.model(), brands.find(brand).orElseThrow().alpha());
        return calibration.run(new Calibration.Sampled(asOf, relationships, sampled, used), shifted);
    }

    private List<Observation> observe(BrandId brand, CutReading reading, int perMille) {
        var all = new ArrayList<Observation>();
        long after = 0;
        List<CustomerId> people;
        do {
            people = histories.people(brand, after, perMille, CHUNK);
            histories(brand, people).forEach(person -> all.addAll(reading.of(person)));
            after = people.isEmpty() ? after : people.getLast().value();
        } while (people.size() == CHUNK);
        return all;
    }

    private List<PersonHistory> histories(BrandId brand, List<CustomerId> people) {
        var births = persons.births(brand, people);
        var all = births.values().stream().flatMap(List::stream).distinct().toList();
        var evidence = new HashMap<CustomerId, List<DatedEvidence>>();
        log.newestOf(brand, all, Integer.MAX_VALUE)
                .forEach(entry -> evidence.computeIfAbsent(
                                entry.dated().evidence().customer(), _ -> new ArrayList<>())
                        .add(entry.dated()));
        var carries = CarryGraph.of(ledger.carriesOf(brand, all));
        var terms = histories.terms(brand, all);
        var purchases = histories.purchases(brand, all);
        return people.stream()
                .map(person -> {
                    var theirs = births.getOrDefault(person, List.of(person));
                    return new PersonHistory(
                            person.value(),
                            theirs,
                            of(theirs, evidence),
                            carries,
                            of(theirs, terms),
                            of(theirs, purchases));
                })
                .toList();
    }

    private static <T> List<T> of(List<CustomerId> births, Map<CustomerId, List<T>> facts) {
        return births.stream()
                .flatMap(birth -> facts.getOrDefault(birth, List.of()).stream())
                .toList();
    }
}
