package cn.siyu.application.channel;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.channel.port.Answers;
import cn.siyu.application.channel.port.ChannelAccountsContract;
import cn.siyu.application.channel.port.ContactWaysContract;
import cn.siyu.application.channel.port.InMemoryChannel;
import cn.siyu.application.channel.port.InMemoryChannelAccounts;
import cn.siyu.application.channel.port.InMemoryContactWays;
import cn.siyu.application.channel.port.InMemoryFarSide;
import cn.siyu.application.channel.port.InMemoryFarSide.Fault;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWayId;
import cn.siyu.domain.channel.WorkingHours;
import cn.siyu.domain.id.PublicId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProvideContactWayCodesTest {
    private static final BrandId BRAND = new BrandId(1);
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final ContactWayId WAY = new ContactWayId(1);

    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryChannelAccounts accounts = new InMemoryChannelAccounts(store);
    private final InMemoryContactWays ways = new InMemoryContactWays(store, accounts);
    private final InMemoryFarSide farSide = new InMemoryFarSide(() -> NOW);
    private final InMemoryChannel channel = new InMemoryChannel("main", "demo", farSide);
    private final ProvideContactWayCodes provide = new ProvideContactWayCodes(ways, accounts, List.of(channel), store);

    private ChannelAccountId account(long id, String address) {
        var account = new ChannelAccount(
                new ChannelAccountId(id),
                PublicId.of(NOW, id, id),
                "in-memory",
                "main",
                address,
                "小店员",
                new StaffId(7),
                new DepartmentId(5),
                10,
                5,
                WorkingHours.ALWAYS,
                ChannelAccount.State.ACTIVE,
                ChannelAccount.Health.HEALTHY,
                1,
                ChannelAccountsContract.NOW,
                ChannelAccountsContract.NOW);
        accounts.add(BRAND, account);
        return account.id();
    }

    private ChannelAccountId serving(long id, String address) {
        farSide.addStaff(address);
        return account(id, address);
    }

    @Test
    void asksForACodeForEachAccountThatLeadsToItAndCarriesTheSource() {
        var first = serving(11, "zhang");
        var second = serving(12, "li");
        ways.add(BRAND, ContactWaysContract.aWay(1, first, second));
        assertThat(provide.nextDueAt(BRAND)).contains(Instant.EPOCH);

        assertThat(provide.runDue(BRAND, NOW, 100)).isEqualTo(2);

        assertThat(ways.codes(BRAND, WAY)).containsOnlyKeys(first, second);
        assertThat(provide.nextDueAt(BRAND)).isEmpty();
        assertThat(provide.runDue(BRAND, NOW, 100)).isZero();
        var met = farSide.customerScans("way1");
        assertThat(Answers.value(channel.contacts().fetch(met.contactId())).followers())
                .singleElement()
                .satisfies(follower -> {
                    assertThat(follower.staff()).isEqualTo("zhang");
                    assertThat(follower.state()).isEqualTo("cw-1");
                });
    }

    @Test
    void keepsNobodyWaitingForAnAccountThatFails() {
        var unknown = account(11, "nobody-here");
        var known = serving(12, "li");
        ways.add(BRAND, ContactWaysContract.aWay(1, unknown, known));

        assertThat(provide.runDue(BRAND, NOW, 1)).isZero();
        assertThat(provide.runDue(BRAND, NOW, 1)).isOne();

        assertThat(ways.codes(BRAND, WAY)).containsOnlyKeys(known);
        assertThat(provide.runDue(BRAND, NOW, 100)).isZero();
        assertThat(provide.nextDueAt(BRAND)).contains(NOW.plus(Duration.ofMinutes(1)));
    }

    @Test
    void asksAgainEverLaterAfterEachFailure() {
        var unknown = account(11, "nobody-here");
        ways.add(BRAND, ContactWaysContract.aWay(1, unknown));
        var now = NOW;
        for (int minutes : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            assertThat(provide.runDue(BRAND, now, 100)).isZero();
            assertThat(provide.nextDueAt(BRAND)).contains(now.plus(Duration.ofMinutes(minutes)));
            now = now.plus(Duration.ofMinutes(minutes));
        }

        farSide.addStaff("nobody-here");
        assertThat(provide.runDue(BRAND, now, 100)).isOne();
    }

    @Test
    void asksAgainAfterARefusalAndAfterALostAnswer() {
        ways.add(BRAND, ContactWaysContract.aWay(1, serving(11, "zhang")));
        farSide.failNext(new Fault.Refused(NotDoneReason.THROTTLED));
        farSide.failNext(new Fault.AnswerLost());

        assertThat(provide.runDue(BRAND, NOW, 100)).isZero();
        assertThat(provide.runDue(BRAND, NOW.plusSeconds(60), 100)).isZero();
        assertThat(provide.runDue(BRAND, NOW.plusSeconds(180), 100)).isOne();
    }

    @Test
    void leavesAnAccountAloneWhoseConnectionIsNotConfigured() {
        var account = ChannelAccountsContract.anAccount(11, 10, 5);
        accounts.add(BRAND, account);
        ways.add(BRAND, ContactWaysContract.aWay(1, account.id()));

        assertThat(provide.runDue(BRAND, NOW, 100)).isZero();
        assertThat(ways.codes(BRAND, WAY)).isEmpty();
    }
}
