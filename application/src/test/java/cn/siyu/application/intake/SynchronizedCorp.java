package cn.siyu.application.intake;

import static cn.siyu.application.customer.CustomerWorld.BRAND;
import static cn.siyu.application.customer.CustomerWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.ChannelWorld;
import cn.siyu.application.channel.port.InMemoryChannel;
import cn.siyu.application.channel.port.InMemoryChannelAccounts;
import cn.siyu.application.channel.port.InMemoryFarSide;
import cn.siyu.application.channel.port.TagDirectory;
import cn.siyu.application.customer.CustomerWorld;
import cn.siyu.application.intake.Synchronization.Kind;
import cn.siyu.application.intake.port.InMemorySynchronizations;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.WorkingHours;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.id.PublicId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A corp with accounts that is read, in memory.
abstract class SynchronizedCorp {
    static final Caller BOSS = new Caller(BRAND, PublicId.of(NOW, 9, 9), Set.of(), new DataScope.WholeBrand());

    final CustomerWorld world = new CustomerWorld();
    Instant now = NOW;
    final InMemoryFarSide farSide = new InMemoryFarSide(() -> now);
    final InMemoryChannel channel = new InMemoryChannel("app", "demo", farSide);
    final InMemoryChannelAccounts accounts = new InMemoryChannelAccounts(world.store);
    final InMemorySynchronizations all = new InMemorySynchronizations(world.store);
    final List<String> reacted = new ArrayList<>();
    final StartSynchronization start = new StartSynchronization(
            world.store, world.brands, world.clock, world.ids, accounts, all, List.of(channel));
    final CancelSynchronization cancel = new CancelSynchronization(world.store, world.clock, all);
    final RunSynchronizations run = new RunSynchronizations(
            all,
            new SynchronizationSources(
                    all, accounts, List.of(channel), new TagEvents(world.tags, world.ids, world.store)),
            new ReconcileByItself(world.brands, all, List.of(channel), start),
            new RunSynchronizations.Writing(world.synchronizeAll, world.end, world.relationships, new Witness()),
            world.store,
            Runnable::run);

    SynchronizedCorp() {
        farSide.addStaff("ada");
        farSide.addStaff("bob");
        accounts.add(BRAND, account(500, "ada"));
        accounts.add(BRAND, account(501, "bob"));
    }

    static ChannelAccount account(long id, String address) {
        return account(id, address, "app");
    }

    static ChannelAccount account(long id, String address, String connection) {
        return new ChannelAccount(
                new ChannelAccountId(id),
                PublicId.of(NOW, id, id),
                "in-memory",
                connection,
                address,
                address,
                new StaffId(1),
                new DepartmentId(1),
                100,
                100,
                WorkingHours.ALWAYS,
                ChannelAccount.State.ACTIVE,
                ChannelAccount.Health.HEALTHY,
                1,
                NOW,
                NOW);
    }

    ChannelWorld.Met met(String member) {
        return farSide.customerAdds(member, null);
    }

    String tag(String name) {
        var created = (Answer.Done<TagDirectory.TagGroup>) channel.tags().create("意向", List.of(name));
        return created.value().tags().getFirst().id();
    }

    void later() {
        now = now.plus(Duration.ofHours(1));
        world.brands.moveClock(BRAND, now);
    }

    Synchronization begin(Kind kind) {
        var outcome = start.handle(new StartSynchronization.Command(BOSS, "app", kind));
        assertThat(outcome).isInstanceOf(StartSynchronization.Outcome.Started.class);
        return ((StartSynchronization.Outcome.Started) outcome).run();
    }

    void work() {
        int rounds = 0;
        while (run.runDue(BRAND, now, 100) > 0) {
            assertThat(rounds++).isLessThan(1000);
        }
    }

    SynchronizationPart part(Synchronization begun, long account) {
        return all.part(BRAND, begun.id(), new ChannelAccountId(account)).orElseThrow();
    }

    Synchronization.Progress progress(Synchronization begun) {
        return Objects.requireNonNull(all.progress(BRAND, List.of(begun.id())).get(begun.id()));
    }

    final class Witness implements Reactions {
        @Override
        public void began(BrandId brand, Relationship relationship, @Nullable String welcomeCode, Instant at) {
            reacted.add("began " + welcomeCode);
        }

        @Override
        public void ended(BrandId brand, Relationship relationship, CustomerId customer, boolean lost, Instant at) {
            var ended = relationship.ended();
            reacted.add("ended " + (ended == null ? "?" : ended.by()) + " lost=" + lost);
        }
    }
}
