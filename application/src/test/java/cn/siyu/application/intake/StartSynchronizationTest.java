package cn.siyu.application.intake;

import static cn.siyu.application.customer.CustomerWorld.BRAND;
import static cn.siyu.application.customer.CustomerWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.WholeBrand;
import cn.siyu.application.brand.port.BrandsContract;
import cn.siyu.application.channel.port.InMemoryChannel;
import cn.siyu.application.channel.port.InMemoryChannelAccounts;
import cn.siyu.application.intake.Synchronization.Kind;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.id.PublicId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// When one begins, by whom, and when it is stopped.
class StartSynchronizationTest extends SynchronizedCorp {
    @Test
    void runsOneAtATimeAndStopsWhenCancelled() {
        Stream.generate(() -> "ada").limit(120).forEach(this::met);
        var begun = begin(Kind.INITIAL);
        assertThat(start.handle(new StartSynchronization.Command(BOSS, "app", Kind.RECONCILIATION)))
                .isEqualTo(new StartSynchronization.Outcome.StillRunning(begun));
        run.runDue(BRAND, now, 1);

        var cancelled = cancel.handle(new CancelSynchronization.Command(BOSS, begun.publicId()));
        assertThat(cancelled).isInstanceOf(CancelSynchronization.Outcome.Cancelled.class);
        work();

        assertThat(world.customers.all(BRAND)).hasSize(100);
        assertThat(cancel.handle(new CancelSynchronization.Command(BOSS, begun.publicId())))
                .isInstanceOf(CancelSynchronization.Outcome.Ended.class);
        assertThat(begin(Kind.INITIAL)).isNotEqualTo(begun);
    }

    @Test
    void isForWhoeverSeesTheWholeBrand() {
        var store =
                new Caller(BRAND, PublicId.of(NOW, 9, 9), Set.of(), new DataScope.OneDepartment(new DepartmentId(1)));

        assertThatThrownBy(() -> start.handle(new StartSynchronization.Command(store, "app", Kind.INITIAL)))
                .isInstanceOf(WholeBrand.PartOnly.class);
        assertThatThrownBy(() -> cancel.handle(new CancelSynchronization.Command(
                        store, begin(Kind.INITIAL).publicId())))
                .isInstanceOf(WholeBrand.PartOnly.class);
    }

    @Test
    void beginsByItselfOncePerPeriodForALiveBrand() {
        var live = new BrandId(2);
        world.brands.add(BrandsContract.aBrand(live.value(), "living", null));
        var day = Duration.ofHours(24);
        var daily = new InMemoryChannel("daily", "living", farSide, day);
        accounts.add(live, account(600, "ada", "daily"));
        var begin = new StartSynchronization(
                world.store, world.brands, world.clock, world.ids, accounts, all, List.of(daily));
        var schedule = new ReconcileByItself(world.brands, all, List.of(daily, channel), begin);

        assertThat(schedule.nextDueAt(BRAND)).as("a sandbox").isEmpty();
        var due = schedule.nextDueAt(live).orElseThrow();
        var made = world.brands.find(live).orElseThrow().createdAt();
        assertThat(due).isAfter(made).isBeforeOrEqualTo(made.plus(day));
        assertThat(schedule.runDue(live, due.minusMillis(1))).isZero();
        assertThat(schedule.runDue(live, due)).isEqualTo(1);

        var run = all.latest(live, "daily").orElseThrow();
        assertThat(run.kind()).isEqualTo(Kind.RECONCILIATION);
        assertThat(run.startedBy()).isNull();
        assertThat(Duration.between(due, schedule.nextDueAt(live).orElseThrow()).toMillis() % day.toMillis())
                .as("whole periods later")
                .isZero();
        assertThat(schedule.nextDueAt(live).orElseThrow()).isAfter(run.startedAt());
    }

    @Test
    void saysWhyNothingCanBegin() {
        assertThat(start.handle(new StartSynchronization.Command(BOSS, "other", Kind.INITIAL)))
                .isEqualTo(new StartSynchronization.Outcome.ConnectionUnknown());
        var empty = new StartSynchronization(
                world.store,
                world.brands,
                world.clock,
                world.ids,
                new InMemoryChannelAccounts(world.store),
                all,
                List.of(channel));
        assertThat(empty.handle(new StartSynchronization.Command(BOSS, "app", Kind.INITIAL)))
                .isEqualTo(new StartSynchronization.Outcome.NoAccounts());
    }
}
