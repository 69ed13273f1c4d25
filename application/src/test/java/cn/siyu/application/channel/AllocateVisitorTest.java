package cn.siyu.application.channel;

import static cn.siyu.application.channel.VisitWorld.BRAND;
import static cn.siyu.application.channel.VisitWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.brand.port.InMemoryBrands;
import cn.siyu.application.brand.port.InMemoryDepartments;
import cn.siyu.application.brand.port.InMemoryIdSource;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.channel.AllocateVisitor.Outcome;
import cn.siyu.application.channel.AllocationRecord.Considered;
import cn.siyu.application.channel.AllocationRecord.State;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ChannelAccountsContract;
import cn.siyu.application.channel.port.ContactWaysContract;
import cn.siyu.application.channel.port.InMemoryAllocations;
import cn.siyu.application.channel.port.InMemoryChannelAccounts;
import cn.siyu.application.channel.port.InMemoryContactWays;
import cn.siyu.application.channel.port.InMemoryPolicyOverrides;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWay.Server;
import cn.siyu.domain.channel.WorkingHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AllocateVisitorTest {
    private static final Duration HOLD = Duration.ofMinutes(10);

    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryChannelAccounts accounts = new InMemoryChannelAccounts(store);
    private final VisitWorld world = new VisitWorld(
            new InMemoryBrands(store),
            new InMemoryDepartments(store),
            accounts,
            new InMemoryContactWays(store, accounts),
            new InMemoryAllocations(store),
            new InMemoryPolicyOverrides(store),
            new InMemoryIdSource(),
            store);

    private static String shown(Outcome outcome) {
        return outcome instanceof Outcome.Shown shown ? shown.account() : outcome.toString();
    }

    private ChannelAccounts.Load load(ChannelAccountId id) {
        return accounts.loads(BRAND, Set.of(id), ChannelAccountsContract.TODAY)
                .getOrDefault(id, new ChannelAccounts.Load(-1, -1, -1));
    }

    @Test
    void showsAnAccountsOwnCodeAndHoldsAPlaceThere() {
        var account = world.account(11, 10, 5);
        world.way(account);

        var outcome = world.visit("anna");

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Shown.class, shown -> {
            assertThat(shown.account()).isEqualTo("小店员11");
            assertThat(shown.qrCode()).isEqualTo("https://far.side/qr/11");
            assertThat(shown.holdUntil()).isEqualTo(NOW.plus(HOLD));
        });
        assertThat(load(account)).isEqualTo(new ChannelAccounts.Load(0, 0, 1));
        assertThat(world.visits()).singleElement().satisfies(visit -> {
            assertThat(visit.state()).isEqualTo(State.HELD);
            assertThat(visit.account()).isEqualTo(account);
            assertThat(visit.considered()).containsExactly(new Considered("ANYWHERE", account, "ELIGIBLE", Map.of()));
        });
    }

    @Test
    void spreadsVisitorsByWeight() {
        var heavy = world.account(11, 100, 50);
        var light = world.account(12, 100, 50);
        var way = world.way(heavy, light);
        world.ways()
                .replace(
                        BRAND,
                        ContactWaysContract.aWay(1, 2, List.of(new Server(heavy, 3), new Server(light, 1)), null));

        for (int visit = 0; visit < 8; visit++) {
            world.visit("visitor " + visit);
        }

        assertThat(way.rule()).isEqualTo(cn.siyu.domain.channel.ContactWay.Rule.WEIGHTED_ROUND_ROBIN);
        assertThat(load(heavy).held()).isEqualTo(6);
        assertThat(load(light).held()).isEqualTo(2);
    }

    @Test
    void fallsBackToWhoCanTakeTheVisitorAndSaysWhyTheOthersCannot() {
        var night = new WorkingHours(LocalTime.of(20, 0), LocalTime.of(23, 0), EnumSet.allOf(DayOfWeek.class));
        var asleep = world.account(11, 10, 5, night, ChannelAccount.State.ACTIVE);
        var paused = world.account(12, 10, 5, WorkingHours.ALWAYS, ChannelAccount.State.PAUSED);
        var full = world.account(13, 1, 5);
        accounts.began(BRAND, full, ChannelAccountsContract.TODAY.minusDays(2));
        var busy = world.account(14, 10, 1);
        accounts.began(BRAND, busy, ChannelAccountsContract.TODAY);
        var free = world.account(15, 10, 5);
        world.way(asleep, paused, full, busy, free);

        assertThat(shown(world.visit("anna"))).isEqualTo("小店员15");
        assertThat(world.visits().getFirst().considered())
                .extracting(Considered::verdict)
                .containsExactly("OFF_HOURS", "INACTIVE", "FULL", "DAILY_FULL", "ELIGIBLE");
    }

    @Test
    void letsAVisitorWaitWhenNobodyCanTakeThem() {
        var account = world.account(11, 1, 1);
        world.way(account);
        world.visit("anna");

        var outcome = world.visit("ben");

        assertThat(outcome).isInstanceOf(Outcome.Waiting.class);
        assertThat(world.visits().getFirst()).satisfies(visit -> {
            assertThat(visit.state()).isEqualTo(State.WAITING);
            assertThat(visit.account()).isNull();
            assertThat(visit.considered())
                    .containsExactly(
                            new Considered(
                                    "ANYWHERE", account, "FULL", Map.of("customers", 0, "held", 1, "totalCap", 1)),
                            new Considered("OVERFLOW", account, "ELSEWHERE", Map.of()));
        });
    }

    @Test
    void givesThePlaceOfWhoDidNotComeToTheNextVisitor() {
        world.way(world.account(11, 1, 1));
        world.visit("anna");

        assertThat(world.release().nextDueAt(BRAND)).contains(NOW.plus(HOLD));
        assertThat(world.release().runDue(BRAND, NOW.plus(HOLD).minusMillis(1), 100))
                .isZero();
        assertThat(world.visit("ben")).isInstanceOf(Outcome.Waiting.class);

        assertThat(world.release().runDue(BRAND, NOW.plus(HOLD), 100)).isOne();
        assertThat(world.release().runDue(BRAND, NOW.plus(HOLD), 100)).isZero();
        assertThat(shown(world.visit("carl"))).isEqualTo("小店员11");
        assertThat(world.visits())
                .extracting(AllocationRecord::state)
                .containsExactly(State.HELD, State.WAITING, State.EXPIRED);
    }

    @Test
    void showsNoAccountThatHasNoCodeYet() {
        var withCode = world.account(11, 10, 5);
        var without = world.account(12, 10, 5);
        world.way(withCode);
        world.ways()
                .replace(
                        BRAND,
                        ContactWaysContract.aWay(1, 2, List.of(new Server(without, 9), new Server(withCode, 1)), null));

        assertThat(shown(world.visit("anna"))).isEqualTo("小店员11");
    }

    @Test
    void knowsNoCodeThatIsNotThereAndNoneThatIsArchived() {
        var account = world.account(11, 10, 5);
        world.way(account);
        assertThat(world.allocate().handle(new AllocateVisitor.Command("nothere", "anna")))
                .isEqualTo(new Outcome.Unknown());

        world.ways().replace(BRAND, ContactWaysContract.aWay(1, 2, List.of(new Server(account, null)), NOW));

        assertThat(world.visit("anna")).isEqualTo(new Outcome.Gone());
        assertThat(load(account).held()).isZero();
    }
}
