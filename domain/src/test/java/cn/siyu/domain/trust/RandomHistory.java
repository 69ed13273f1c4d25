package cn.siyu.domain.trust;

import static cn.siyu.domain.trust.TrustWorld.CUSTOMER;
import static cn.siyu.domain.trust.TrustWorld.NEW;
import static cn.siyu.domain.trust.TrustWorld.OLD;
import static cn.siyu.domain.trust.TrustWorld.THIRD;
import static cn.siyu.domain.trust.TrustWorld.day;

import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.trust.evidence.CarryEdge;
import cn.siyu.domain.trust.evidence.DatedEvidence;
import cn.siyu.domain.trust.evidence.Evidence;
import cn.siyu.domain.trust.evidence.EvidenceId;
import cn.siyu.domain.trust.evidence.Landmark;
import cn.siyu.domain.trust.policy.CarryShare;
import cn.siyu.domain.trust.policy.EvidenceKind;
import cn.siyu.domain.trust.policy.TrustPolicy;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// What may happen to one customer within 200 days, drawn from a seed: evidence in three
/// relationships or none, some of it late, by a wrong clock or retracted, and hand-overs between
/// the relationships.
record RandomHistory(List<DatedEvidence> pieces, Set<EvidenceId> retracted, List<CarryEdge> edges) {
    static final List<RelationshipId> RELATIONSHIPS = List.of(OLD, NEW, THIRD);
    static final double END = 200;

    static RandomHistory of(RandomGenerator random, TrustPolicy policy) {
        var zone = random.nextBoolean() ? ZoneId.of("Asia/Shanghai") : ZoneId.of("America/New_York");
        var pieces = IntStream.range(0, 1 + random.nextInt(14))
                .mapToObj(number -> piece(number, random, policy, zone))
                .toList();
        var retracted = new HashSet<EvidenceId>();
        pieces.stream()
                .filter(_ -> random.nextInt(5) == 0)
                .forEach(piece -> retracted.add(piece.evidence().id()));
        var edges = IntStream.range(0, random.nextInt(4))
                .mapToObj(_ -> edge(random))
                .toList();
        return new RandomHistory(pieces, retracted, edges);
    }

    /// Only what holds in the end.
    List<DatedEvidence> live() {
        return pieces.stream()
                .filter(piece -> !retracted.contains(piece.evidence().id()))
                .toList();
    }

    /// The same history, arriving in a random order, in random batches, with repetitions, with
    /// retractions and hand-overs somewhere in between, and with the landmark moved now and then.
    TrustLedger arriveIn(TrustLedger ledger, RandomGenerator random) {
        var steps = new ArrayList<Runnable>();
        var queue = new ArrayList<>(pieces);
        Collections.shuffle(queue, random);
        while (!queue.isEmpty()) {
            var batch = List.copyOf(queue.subList(0, 1 + random.nextInt(Math.min(3, queue.size()))));
            queue.removeAll(batch);
            steps.add(() -> ledger.add(batch));
            steps.add(random.nextInt(steps.size() + 1), () -> ledger.rebase(new Landmark(day(random.nextInt(500)))));
            batch.stream()
                    .map(piece -> piece.evidence().id())
                    .filter(retracted::contains)
                    .forEach(id -> steps.add(() -> ledger.retract(id)));
            steps.add(() -> ledger.add(batch));
        }
        edges.forEach(edge -> steps.add(random.nextInt(steps.size() + 1), () -> ledger.carry(edge)));
        steps.forEach(Runnable::run);
        return ledger;
    }

    private static DatedEvidence piece(int number, RandomGenerator random, TrustPolicy policy, ZoneId zone) {
        var kinds = policy.rules().keySet().stream().sorted().toList();
        EvidenceKind kind = kinds.get(random.nextInt(kinds.size()));
        double occurred = random.nextInt(20) == 0 ? random.nextDouble(END) : Math.floor(random.nextDouble(END)) + .3;
        int where = random.nextInt(4);
        var evidence = new Evidence(
                new EvidenceId("e" + number),
                kind,
                CUSTOMER,
                where == 3 ? Optional.empty() : Optional.of(RELATIONSHIPS.get(where)),
                day(occurred),
                day(occurred + random.nextDouble() - .2),
                1 + random.nextInt(3),
                "random");
        return evidence.dated(policy.rule(kind).orElseThrow(), zone);
    }

    private static CarryEdge edge(RandomGenerator random) {
        int from = random.nextInt(3);
        int to = (from + 1 + random.nextInt(2)) % 3;
        double positive = random.nextInt(11) / 10.0;
        double negative = random.nextBoolean() ? positive : random.nextInt(11) / 10.0;
        return new CarryEdge(
                RELATIONSHIPS.get(from),
                RELATIONSHIPS.get(to),
                day(random.nextInt((int) END)),
                new CarryShare(positive, negative));
    }
}
