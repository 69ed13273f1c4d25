package cn.siyu.application.trust;

import static cn.siyu.application.trust.TrustUseCasesContract.BRAND;
import static cn.siyu.application.trust.TrustUseCasesContract.CUSTOMER;
import static cn.siyu.application.trust.TrustUseCasesContract.DAY_0;
import static cn.siyu.application.trust.TrustUseCasesContract.OLD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.trust.RecordEvidence.EvidenceFact;
import cn.siyu.application.trust.port.TrustAlerts;
import cn.siyu.application.trust.port.TrustAlerts.Filter;
import cn.siyu.application.trust.port.TrustAlerts.Round;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.trust.alert.AlertAdvice;
import cn.siyu.domain.trust.alert.AlertCause;
import cn.siyu.domain.trust.alert.AlertKind;
import cn.siyu.domain.trust.alert.RelationshipAlert;
import cn.siyu.domain.trust.alert.RelationshipAlert.Reason;
import cn.siyu.domain.trust.alert.RelationshipAlert.State;
import cn.siyu.domain.trust.alert.RelationshipAlert.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Alerts over whatever ports. The account of the relationships is held by staff member 6 for
/// department 1.
public interface TrustAlertsContract {
    Sight ALL = new Sight.Everything();

    /// Empty ports.
    Kit kit();

    /// What alerts need.
    record Kit(TrustPorts ports, TrustAlerts alerts) {
        WatchTrust watch() {
            var judge = new JudgeTrust(ports.ledger(), ports.log(), ports.basis(), ports.persons());
            return new WatchTrust(ports.work(), ports.brands(), ports.ledger(), alerts, judge, ports.ids());
        }

        int watchOn(double day) {
            var now = day(day);
            ports.brands().moveClock(BRAND, now);
            return watch().runDue(BRAND, now, 1000);
        }

        void record(double day, String kind, double times) {
            ports.brands().moveClock(BRAND, day(day));
            var fact = new EvidenceFact(kind, CUSTOMER, OLD, day(day), day(day), times, kind + day);
            ports.work().run(() -> ports.record().record(BRAND, List.of(fact)));
        }

        List<RelationshipAlert> all() {
            return alerts.page(BRAND, Filter.all(ALL), Long.MAX_VALUE, 100).stream()
                    .map(TrustAlerts.View::alert)
                    .toList();
        }

        RelationshipAlert fallen() {
            return all().stream()
                    .filter(one ->
                            one.kind() == AlertKind.FELL && one.relationship().equals(OLD))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Instant day(double day) {
        return DAY_0.plus(Duration.ofMillis(Math.round(day * 86_400_000)));
    }

    private Kit world() {
        var kit = kit();
        TrustUseCasesContract given = kit::ports;
        given.world();
        kit.record(1, "PURCHASED", 5);
        return kit;
    }

    /// Somebody bought five times and complained loudly on day 40.
    private Kit complained() {
        var kit = world();
        kit.record(40, "COMPLAINED", 5);
        kit.watchOn(41);
        return kit;
    }

    @Test
    default void tellWhatFellByHowMuchAndByWhichEvidence() {
        var alert = complained().fallen();

        assertThat(alert.customer()).isEqualTo(CUSTOMER);
        assertThat(alert.state()).isEqualTo(State.OPEN);
        assertThat(alert.before() - alert.after()).isGreaterThan(10);
        assertThat(alert.causes().getFirst().kind().code()).isEqualTo("COMPLAINED");
        assertThat(alert.causes().stream().mapToDouble(AlertCause::change).sum())
                .isCloseTo(alert.after() - alert.before(), within(1e-6));
        assertThat(alert.advice()).isEqualTo(AlertAdvice.MAKE_GOOD);
        assertThat(Duration.between(alert.from(), alert.until())).isEqualTo(Duration.ofDays(30));
    }

    @Test
    default void areNoneWhereNothingFell() {
        var kit = world();
        kit.watchOn(41);

        assertThat(kit.all()).isEmpty();
    }

    @Test
    default void areRaisedOnceHoweverOftenTheEngineLooks() {
        var kit = complained();
        int count = kit.all().size();

        assertThat(kit.watchOn(41.1)).isZero();
        kit.watchOn(42);
        kit.watchOn(43);

        assertThat(kit.all()).hasSize(count);
    }

    @Test
    default void areNotRaisedAnewWhenSomebodyHasClosedThem() {
        var kit = complained();
        int count = kit.all().size();
        var word = new Word(null, day(41), "called");
        kit.ports()
                .work()
                .run(() -> kit.alerts().replace(BRAND, List.of(kit.fallen().closed(Reason.HANDLED, word))));
        kit.watchOn(42);

        assertThat(kit.all()).hasSize(count);
        assertThat(kit.fallen().state()).isEqualTo(State.CLOSED);
        assertThat(kit.fallen().closed()).isEqualTo(word);
    }

    @Test
    default void closeWhenTrustIsBackAndAreRaisedWhenItFallsAgain() {
        var kit = complained();
        kit.ports().work().run(() -> kit.ports().record().retract(BRAND, "COMPLAINED40.0"));
        kit.watchOn(42);
        assertThat(kit.fallen().reason()).isEqualTo(Reason.RECOVERED);

        kit.record(43, "COMPLAINED", 6);
        kit.watchOn(44);

        assertThat(kit.all().stream()
                        .filter(one -> one.kind() == AlertKind.FELL
                                && one.relationship().equals(OLD)))
                .extracting(RelationshipAlert::state)
                .containsExactly(State.OPEN, State.CLOSED);
    }

    @Test
    default void closeWhenTheRelationshipEnds() {
        var kit = complained();
        var old = kit.ports().relationships().find(BRAND, OLD).orElseThrow();
        kit.ports().work().run(() -> kit.ports().relationships().replace(BRAND, ended(old, day(41.5))));
        kit.watchOn(42);

        assertThat(kit.fallen().reason()).isEqualTo(Reason.RELATIONSHIP_ENDED);
    }

    private static Relationship ended(Relationship old, Instant at) {
        return new Relationship(
                old.id(),
                old.publicId(),
                old.customer(),
                old.account(),
                old.identity(),
                old.source(),
                old.contactWay(),
                old.addWay(),
                old.addedAt(),
                new Relationship.Ended(Relationship.By.CUSTOMER, at),
                old.remark(),
                old.description(),
                old.version() + 1,
                old.createdAt(),
                at);
    }

    @Test
    default void areSeenByWhoHoldsTheAccount() {
        var kit = complained();
        var id = kit.fallen().publicId();

        assertThat(kit.alerts().byPublicId(BRAND, new Sight.InDepartments(Set.of(new DepartmentId(1))), id))
                .isPresent();
        assertThat(kit.alerts().byPublicId(BRAND, new Sight.OfOnePerson(new StaffId(6), new DepartmentId(1)), id))
                .isPresent();
        assertThat(kit.alerts().byPublicId(BRAND, new Sight.InDepartments(Set.of(new DepartmentId(2))), id))
                .isEmpty();
        assertThat(kit.alerts().byPublicId(BRAND, new Sight.InDepartments(Set.of()), id))
                .isEmpty();
        assertThat(kit.alerts()
                        .page(
                                BRAND,
                                Filter.all(new Sight.OfOnePerson(new StaffId(7), new DepartmentId(1))),
                                Long.MAX_VALUE,
                                9))
                .isEmpty();
    }

    @Test
    default void areFoundByWhatTheyAre() {
        var kit = complained();
        var view = kit.alerts().byPublicId(BRAND, ALL, kit.fallen().publicId()).orElseThrow();

        assertThat(count(kit, new Filter(Set.of(State.CLOSED), Set.of(), null, null, null, ALL)))
                .isZero();
        assertThat(count(kit, new Filter(Set.of(State.OPEN), Set.of(AlertKind.FELL), null, null, null, ALL)))
                .isPositive();
        assertThat(count(kit, new Filter(Set.of(), Set.of(), view.staff(), view.department(), view.customer(), ALL)))
                .isEqualTo(kit.all().size());
        assertThat(count(kit, new Filter(Set.of(), Set.of(), null, null, view.staff(), ALL)))
                .isZero();
    }

    private static int count(Kit kit, Filter filter) {
        return kit.alerts().page(BRAND, filter, Long.MAX_VALUE, 100).size();
    }

    @Test
    default void refuseAChangeOfWhatSomebodyElseHasChanged() {
        var kit = complained();
        var alert = kit.fallen();
        var word = new Word(null, day(41), null);
        kit.alerts().replace(BRAND, List.of(alert.acknowledged(word)));

        assertThatThrownBy(() -> kit.alerts().replace(BRAND, List.of(alert.closed(Reason.NOT_NEEDED, word))))
                .isInstanceOf(StaleAggregate.class);
    }

    @Test
    default void goOnWhereALookWasKilled() {
        var kit = complained();
        var before = kit.alerts().round(BRAND).orElseThrow();
        var half = new Round(day(45), CUSTOMER.value(), false);

        assertThat(kit.alerts().save(BRAND, null, half)).isFalse();
        assertThat(kit.alerts().save(BRAND, before, half)).isTrue();
        assertThat(kit.alerts().save(BRAND, before, half)).isFalse();
        assertThat(kit.watch().nextDueAt(BRAND)).contains(day(45));
        kit.watchOn(45.5);

        assertThat(kit.alerts().round(BRAND)).contains(new Round(day(45), CUSTOMER.value(), true));
    }
}
