package cn.siyu.application.sop.port;

import static cn.siyu.application.sop.port.SopFixtures.BRAND;
import static cn.siyu.application.sop.port.SopFixtures.NOW;
import static cn.siyu.application.sop.port.SopFixtures.anEnrolment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.sop.port.Enrolments.Filter;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.sop.Enrolment;
import cn.siyu.domain.sop.Enrolment.ExitReason;
import cn.siyu.domain.sop.EnrolmentId;
import cn.siyu.domain.sop.Journey;
import cn.siyu.domain.sop.SopDefinition.Goal;
import cn.siyu.domain.sop.SopId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What every [Enrolments] does.
public interface EnrolmentsContract {
    /// Without enrolments.
    Enrolments enrolments();

    /// Its transactions.
    UnitOfWork work();

    /// Lets a staff member of a department have a live relationship with a customer.
    void serve(long relationship, CustomerId customer, StaffId staff, DepartmentId department, boolean live);

    private List<Enrolment> due(int atMost) {
        return work().inTransaction(() -> enrolments().takeDue(BRAND, NOW, atMost));
    }

    @Test
    default void keepsACustomerInASopOnce() {
        var enrolments = enrolments();
        var first = anEnrolment(1, 5, 7, NOW);
        var again = anEnrolment(2, 5, 7, NOW);
        var elsewhere = anEnrolment(3, 6, 7, NOW);

        assertThat(enrolments.add(BRAND, List.of(first))).containsExactly(first.id());
        assertThat(enrolments.add(BRAND, List.of(again, elsewhere))).containsExactly(elsewhere.id());

        enrolments.replace(BRAND, List.of(first.completed(NOW)));
        assertThat(enrolments.add(BRAND, List.of(again))).containsExactly(again.id());
    }

    @Test
    default void keepsEveryStateAsItIs() {
        var enrolments = enrolments();
        var waiting = anEnrolment(1, 5, 1, NOW);
        var goal = new Goal(Goal.Kind.PURCHASE, Duration.ofDays(7), true);
        enrolments.add(
                BRAND,
                LongStream.rangeClosed(1, 4)
                        .mapToObj(n -> anEnrolment(n, 5, n, NOW))
                        .toList());
        var moved = List.of(
                waiting.waiting(new Journey.Position(3, NOW.plusSeconds(60))),
                anEnrolment(2, 5, 2, NOW).completed(NOW.plusSeconds(1)),
                anEnrolment(3, 5, 3, NOW).exited(ExitReason.LOSS, NOW.plusSeconds(2)),
                anEnrolment(4, 5, 4, NOW).reached(goal, NOW.plusSeconds(3)));

        enrolments.replace(BRAND, moved);

        assertThat(enrolments.page(BRAND, Filter.ALL, 0, 10)).containsExactlyElementsOf(moved);
        assertThat(enrolments.byPublicId(BRAND, SopFixtures.publicId(3))).contains(moved.get(2));
    }

    @Test
    default void takesWhatIsDueInOrder() {
        var enrolments = enrolments();
        var late = anEnrolment(1, 5, 1, NOW.plusMillis(1));
        var second = anEnrolment(2, 5, 2, NOW);
        var third = anEnrolment(3, 5, 3, NOW);
        var first = anEnrolment(4, 5, 4, NOW.minusSeconds(9));
        enrolments.add(BRAND, List.of(late, second, third, first));

        assertThat(due(10)).containsExactly(first, second, third);
        assertThat(due(2)).containsExactly(first, second);
        assertThat(enrolments.nextDueAt(BRAND)).contains(NOW.minusSeconds(9));
        assertThat(enrolments.nextDueAt(new BrandId(2))).isEmpty();
        assertThat(work().inTransaction(() -> enrolments.takeDue(new BrandId(2), NOW, 10)))
                .isEmpty();
    }

    @Test
    default void refusesAStaleEnrolment() {
        var enrolments = enrolments();
        var enrolment = anEnrolment(1, 5, 1, NOW);
        enrolments.add(BRAND, List.of(enrolment));
        var moved = enrolment.waiting(new Journey.Position(1, NOW));
        enrolments.replace(BRAND, List.of(moved));

        assertThatThrownBy(() -> enrolments.replace(BRAND, List.of(moved))).isInstanceOf(StaleAggregate.class);
    }

    @Test
    default void putsAsideAndBringsBack() {
        var enrolments = enrolments();
        var paused = anEnrolment(1, 5, 1, NOW);
        var other = anEnrolment(2, 6, 2, NOW.plusSeconds(1));
        enrolments.add(BRAND, List.of(paused, other));

        enrolments.park(BRAND, List.of(paused.id()));
        assertThat(due(10)).isEmpty();
        assertThat(enrolments.nextDueAt(BRAND)).contains(NOW.plusSeconds(1));
        assertThat(enrolments.page(BRAND, new Filter(null, null, "ACTIVE", new Sight.Everything()), 0, 10))
                .containsExactly(paused, other);
        assertThat(enrolments.add(BRAND, List.of(anEnrolment(3, 5, 1, NOW)))).isEmpty();

        enrolments.unpark(BRAND, new SopId(6));
        assertThat(due(10)).isEmpty();
        enrolments.unpark(BRAND, new SopId(5));
        assertThat(due(10)).containsExactly(paused);
    }

    @Test
    default void stopsWhatIsPutAside() {
        var enrolments = enrolments();
        var paused = anEnrolment(1, 5, 1, NOW);
        enrolments.add(BRAND, List.of(paused));
        enrolments.park(BRAND, List.of(paused.id()));

        enrolments.replace(BRAND, List.of(paused.exited(ExitReason.LOSS, NOW)));
        enrolments.unpark(BRAND, new SopId(5));

        assertThat(due(10)).isEmpty();
    }

    @Test
    default void findsWhatACustomerIsIn() {
        var enrolments = enrolments();
        var running = anEnrolment(1, 5, 1, NOW);
        var over = anEnrolment(2, 6, 1, NOW);
        var reached = anEnrolment(3, 7, 1, NOW);
        var someoneElses = anEnrolment(4, 5, 2, NOW);
        enrolments.add(BRAND, List.of(running, over, reached, someoneElses));
        var completed = over.completed(NOW);
        var goal = reached.reached(new Goal(Goal.Kind.PURCHASE, Duration.ofDays(7), true), NOW);
        enrolments.replace(BRAND, List.of(completed, goal));
        var customer = List.of(new CustomerId(1));

        work().run(() -> {
            assertThat(enrolments.running(BRAND, customer)).containsExactly(running);
            assertThat(enrolments.withoutGoal(BRAND, customer, NOW)).containsExactly(running, completed);
            assertThat(enrolments.withoutGoal(BRAND, customer, NOW.plusMillis(1)))
                    .containsExactly(running);
            assertThat(enrolments.running(new BrandId(2), customer)).isEmpty();
        });
        assertThat(enrolments.lastEnrolled(BRAND, new CustomerId(1)))
                .containsOnlyKeys(new SopId(5), new SopId(6), new SopId(7))
                .containsEntry(new SopId(6), NOW);
        assertThat(enrolments.lastEnrolled(BRAND, new CustomerId(9))).isEmpty();
    }

    @Test
    default void listsByFilterAndPlace() {
        var enrolments = enrolments();
        var all = List.of(anEnrolment(1, 5, 1, NOW), anEnrolment(2, 5, 2, NOW), anEnrolment(3, 6, 1, NOW));
        enrolments.add(BRAND, all);
        var over = all.get(1).completed(NOW);
        enrolments.replace(BRAND, List.of(over));

        assertThat(page(new Filter(new SopId(5), null, null, new Sight.Everything())))
                .containsExactly(all.getFirst(), over);
        assertThat(page(new Filter(null, new CustomerId(1), null, new Sight.Everything())))
                .containsExactly(all.getFirst(), all.getLast());
        assertThat(page(new Filter(null, null, "COMPLETED", new Sight.Everything())))
                .containsExactly(over);
        assertThat(page(new Filter(new SopId(5), null, "ACTIVE", new Sight.Everything())))
                .containsExactly(all.getFirst());
        assertThat(enrolments.page(BRAND, Filter.ALL, 2, 10)).containsExactly(all.getLast());
        assertThat(enrolments.page(BRAND, Filter.ALL, 0, 1)).containsExactly(all.getFirst());
    }

    @Test
    default void showsCustomersWithALiveRelationshipThatIsSeen() {
        var enrolments = enrolments();
        var served = anEnrolment(1, 5, 1, NOW);
        enrolments.add(BRAND, List.of(served, anEnrolment(2, 5, 2, NOW)));
        serve(50, new CustomerId(1), new StaffId(70), new DepartmentId(80), true);
        serve(51, new CustomerId(2), new StaffId(70), new DepartmentId(80), false);

        assertThat(page(seenBy(new Sight.OfOnePerson(new StaffId(70), new DepartmentId(80)))))
                .containsExactly(served);
        assertThat(page(seenBy(new Sight.OfOnePerson(new StaffId(71), new DepartmentId(80)))))
                .isEmpty();
        assertThat(page(seenBy(new Sight.InDepartments(Set.of(new DepartmentId(79), new DepartmentId(80))))))
                .containsExactly(served);
        assertThat(page(seenBy(new Sight.InDepartments(Set.of(new DepartmentId(79))))))
                .isEmpty();
        assertThat(page(seenBy(new Sight.InDepartments(Set.of())))).isEmpty();
    }

    @Test
    default void hidesWhatIsAboutTheRelationshipOfAnotherAccount() {
        var enrolments = enrolments();
        var mine = within(anEnrolment(1, 5, 1, NOW), 50);
        var theirs = within(anEnrolment(2, 6, 1, NOW), 51);
        enrolments.add(BRAND, List.of(mine, theirs));
        serve(50, new CustomerId(1), new StaffId(70), new DepartmentId(80), true);
        serve(51, new CustomerId(1), new StaffId(71), new DepartmentId(81), true);

        assertThat(page(seenBy(new Sight.OfOnePerson(new StaffId(70), new DepartmentId(80)))))
                .containsExactly(mine);
        assertThat(page(seenBy(new Sight.InDepartments(Set.of(new DepartmentId(81))))))
                .containsExactly(theirs);
    }

    private static Enrolment within(Enrolment one, long relationship) {
        return new Enrolment(
                one.id(),
                one.publicId(),
                one.sop(),
                one.version(),
                one.customer(),
                new RelationshipId(relationship),
                one.arm(),
                one.origin(),
                one.enrolledAt(),
                one.goalAt(),
                one.epoch(),
                one.progress());
    }

    private static Filter seenBy(Sight sight) {
        return new Filter(null, null, null, sight);
    }

    private List<Enrolment> page(Filter filter) {
        return enrolments().page(BRAND, filter, 0, 10);
    }

    @Test
    default void takesManyAtOnce() {
        var enrolments = enrolments();
        List<Enrolment> many = LongStream.rangeClosed(1, 3_000)
                .mapToObj(n -> anEnrolment(n, 5, n, NOW))
                .toList();

        assertThat(enrolments.add(BRAND, many)).hasSize(3_000);
        assertThat(due(5_000))
                .extracting(Enrolment::id)
                .startsWith(new EnrolmentId(1))
                .hasSize(3_000);
    }
}
