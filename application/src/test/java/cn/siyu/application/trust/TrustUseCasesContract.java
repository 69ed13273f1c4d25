package cn.siyu.application.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.siyu.application.brand.port.BrandsContract;
import cn.siyu.application.customer.port.CustomersContract;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.trust.RecordEvidence.EvidenceFact;
import cn.siyu.domain.brand.Brand;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.trust.evidence.CarryEdge;
import cn.siyu.domain.trust.policy.CarryReason;
import cn.siyu.domain.trust.policy.CarryShare;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What trust does over whatever ports: the published vectors, through the use cases. The brand's
/// landmark is day 0; its α is .5, its strength 0.
public interface TrustUseCasesContract {
    BrandId BRAND = new BrandId(1);
    Instant DAY_0 = BrandsContract.NOW;
    CustomerId CUSTOMER = new CustomerId(7);
    RelationshipId OLD = new RelationshipId(20);
    RelationshipId NEW = new RelationshipId(21);

    /// Empty ports.
    TrustPorts ports();

    /// Ports with a brand, a customer and two live relationships on WeCom, on day 0.
    default TrustPorts world() {
        var ports = ports();
        ports.brands().add(brand());
        ports.customers().add(BRAND, List.of(CustomersContract.aCustomer(CUSTOMER.value())));
        ports.relationships().add(BRAND, relationship(ports, OLD));
        ports.relationships().add(BRAND, relationship(ports, NEW));
        return ports;
    }

    private static Brand brand() {
        var any = BrandsContract.aBrand(1, "demo", DAY_0);
        return new Brand(
                any.id(),
                any.publicId(),
                any.slug(),
                any.name(),
                any.mode(),
                any.zone(),
                0,
                0.5,
                "CNY",
                DAY_0,
                DAY_0,
                1,
                DAY_0,
                DAY_0);
    }

    private static Relationship relationship(TrustPorts ports, RelationshipId id) {
        return new Relationship(
                id,
                PublicId.of(DAY_0, id.value(), id.value()),
                CUSTOMER,
                ports.wecom(),
                new IdentityId(id.value()),
                null,
                null,
                0,
                DAY_0,
                null,
                null,
                null,
                1,
                DAY_0,
                DAY_0);
    }

    private static Instant day(double day) {
        return DAY_0.plus(Duration.ofMillis(Math.round(day * 86_400_000)));
    }

    private static EvidenceFact fact(String key, String kind, double day) {
        return new EvidenceFact(kind, CUSTOMER, OLD, day(day), day(day), 1, key);
    }

    private static void record(TrustPorts ports, double now, EvidenceFact... facts) {
        ports.brands().moveClock(BRAND, day(now));
        ports.work().run(() -> ports.record().record(BRAND, List.of(facts)));
    }

    private static double trustAt(TrustPorts ports, double day, RelationshipId relationship) {
        ports.brands().moveClock(BRAND, day(day));
        return new ReadTrust(ports.ledger(), ports.basis(), Persons.ALONE)
                .answer(BRAND, CUSTOMER).relationships().stream()
                        .filter(one -> one.relationship().equals(relationship))
                        .findFirst()
                        .orElseThrow()
                        .trust()
                        .trust();
    }

    private static double pointsAt(TrustPorts ports, double day) {
        ports.brands().moveClock(BRAND, day(day));
        return new ReadTrust(ports.ledger(), ports.basis(), Persons.ALONE)
                .answer(BRAND, CUSTOMER)
                .brand()
                .points();
    }

    @Test
    default void readsTheBaseWithoutEvidence() {
        assertThat(trustAt(world(), 0, OLD)).isCloseTo(44.849021, within(1e-6));
    }

    @Test
    default void decaysAPurchaseByItsHalfLife() {
        var ports = world();
        record(ports, 0, fact("p", "PURCHASED", 0));

        assertThat(trustAt(ports, 0, OLD)).isCloseTo(49.629504, within(1e-6));
        assertThat(trustAt(ports, 120, OLD)).isCloseTo(47.143654, within(1e-6));
        assertThat(trustAt(ports, 360, OLD)).isCloseTo(45.397950, within(1e-6));
    }

    @Test
    default void countsTheSamePieceOnce() {
        var ports = world();
        record(ports, 0, fact("p", "PURCHASED", 0), fact("p", "PURCHASED", 0));
        record(ports, 0, fact("p", "PURCHASED", 0));

        assertThat(trustAt(ports, 0, OLD)).isCloseTo(49.629504, within(1e-6));
    }

    @Test
    default void countsADayUpToItsCapInWhateverOrder() {
        var facts = new ArrayList<EvidenceFact>();
        for (int i = 0; i < 5; i++) {
            facts.add(fact("r" + i, "REPLIED", 1 + i / 100.0));
        }
        var atOnce = world();
        record(atOnce, 5, facts.toArray(EvidenceFact[]::new));
        double expected = pointsAt(atOnce, 5); // before the next world takes its place
        assertThat(expected).isBetween(1.8, 2.0);
        Collections.shuffle(facts, new Random(7));
        var oneByOne = world();
        facts.forEach(fact -> record(oneByOne, 5, fact));

        assertThat(pointsAt(oneByOne, 5)).isCloseTo(expected, within(1e-9));
    }

    @Test
    default void takesAPieceBackAsIfItHadNeverBeen() {
        var ports = world();
        record(ports, 30, fact("p", "PURCHASED", 0), fact("c", "COMPLAINED", 20), fact("r", "REPLIED", 10));
        double before = trustAt(ports, 30, OLD);
        record(ports, 30, fact("c2", "COMPLAINED", 21));

        ports.work().run(() -> ports.record().retract(BRAND, "c2"));
        ports.work().run(() -> ports.record().retract(BRAND, "c2"));
        assertThat(trustAt(ports, 30, OLD)).isCloseTo(before, within(1e-9));

        record(ports, 30, fact("c2", "COMPLAINED", 21));
        assertThat(trustAt(ports, 30, OLD)).isLessThan(before - 1);
    }

    @Test
    default void carriesALaterArrivalToo() {
        var ports = world();
        record(ports, 0, fact("p", "PURCHASED", 0));
        var edge = new CarryEdge(OLD, NEW, day(30), CarryShare.of(0.5));
        double alone = trustAt(ports, 30, NEW);
        ports.work().run(() -> ports.record().carry(BRAND, edge, CUSTOMER));
        double carried = trustAt(ports, 30, NEW);
        assertThat(carried).isGreaterThan(alone);
        record(ports, 40, fact("late", "PURCHASED", 10));
        assertThat(trustAt(ports, 40, NEW)).isGreaterThan(carried);
        record(ports, 50, fact("after", "COMPLAINED", 45));
        var social = new ReadTrust(ports.ledger(), ports.basis(), Persons.ALONE)
                .answer(BRAND, CUSTOMER)
                .relationships();
        assertThat(social.get(1).trust().social().points())
                .isCloseTo(1.5 * (Math.pow(2, -50 / 120.0) + Math.pow(2, -40 / 120.0)), within(1e-9));
    }

    @Test
    default void carriesManyAtOnceByTheReasonsShareAndOnlyOnce() {
        var ports = world();
        record(ports, 0, fact("p", "PURCHASED", 0));
        var carried = List.of(new CarryTrustOfMany.Carried(CUSTOMER, OLD, NEW, day(30)));
        var carry = TrustUseCases.carry(ports);
        var reason = CarryReason.INHERITED_AFTER_LEAVING;

        assertThat(ports.work().inTransaction(() -> carry.carry(BRAND, carried, reason)))
                .isOne();
        assertThat(ports.work().inTransaction(() -> carry.carry(BRAND, carried, reason)))
                .isZero();

        record(ports, 60, fact("after", "COMPLAINED", 45));
        var social = new ReadTrust(ports.ledger(), ports.basis(), Persons.ALONE)
                .answer(BRAND, CUSTOMER)
                .relationships();
        double share = TestTrustPolicy.POLICY.carryShare(reason).positive();
        assertThat(social.get(1).trust().social().points())
                .isCloseTo(share * 3 * Math.pow(2, -60 / 120.0), within(1e-9));
    }

    @Test
    default void explainsAScoreExactly() {
        var ports = world();
        record(ports, 30, fact("p", "PURCHASED", 0), fact("c", "COMPLAINED", 20), fact("r", "REPLIED", 10));

        for (int pieces : new int[] {0, 2, 10}) {
            var explained = new ExplainTrust(ports.log(), ports.ledger(), ports.basis(), Persons.ALONE)
                    .answer(new ExplainTrust.Query(BRAND, CUSTOMER, OLD, pieces))
                    .orElseThrow();
            assertThat(explained.explanation().sum())
                    .isCloseTo(explained.explanation().trust().trust(), within(1e-9));
            assertThat(explained.evidence()).hasSize(Math.min(3, pieces));
        }
    }

    @Test
    default void keepsAKindThePolicyDoesNotKnow() {
        var ports = world();
        record(ports, 0, fact("x", "SENT_A_CARD", 0));

        assertThat(ports.log().newestOf(BRAND, CUSTOMER, 9)).hasSize(1);
        assertThat(trustAt(ports, 0, OLD)).isCloseTo(44.849021, within(1e-6));
    }

    @Test
    default void refreshesEveryProjectionOnceADay() {
        var ports = world();
        record(ports, 0, fact("p", "PURCHASED", 0));
        var refresh = new RefreshTrustProjections(ports.work(), ports.brands(), ports.ledger(), ports.project());
        var due = refresh.nextDueAt(BRAND).orElseThrow();
        assertThat(refresh.runDue(BRAND, due.minusMillis(1), 100)).isZero();

        ports.brands().moveClock(BRAND, due);
        assertThat(refresh.runDue(BRAND, due, 100)).isEqualTo(1);
        assertThat(refresh.runDue(BRAND, due, 100)).isZero();
        assertThat(refresh.nextDueAt(BRAND)).contains(due.plus(Duration.ofDays(1)));
        assertThat(ports.ledger().oldestProjection(BRAND)).contains(due);
    }
}
