package cn.siyu.application.task;

import static cn.siyu.application.task.HandWorld.BRAND;
import static cn.siyu.application.task.HandWorld.NOW;
import static cn.siyu.application.task.HandWorld.OTHER;
import static cn.siyu.application.task.HandWorld.PHONE;
import static cn.siyu.application.task.HandWorld.TODAY;
import static cn.siyu.application.task.HandWorld.ZONE;
import static cn.siyu.application.task.HandWorld.operator;
import static cn.siyu.application.task.HandWorld.publicId;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.TestEditions;
import cn.siyu.application.channel.port.AccountStandings.Incident;
import cn.siyu.application.channel.port.Personas;
import cn.siyu.application.channel.port.PersonasContract;
import cn.siyu.application.task.OrderHandWork.IfFull;
import cn.siyu.application.task.OrderHandWork.Kind;
import cn.siyu.application.task.OrderHandWork.Outcome;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.policy.PolicyLine;
import cn.siyu.domain.channel.policy.PolicyOverride;
import cn.siyu.domain.contact.ConsentState;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderHandWorkTest {
    private static final Instant IN_A_WEEK = NOW.plus(Duration.ofDays(7));

    private final HandWorld hands = new HandWorld();
    private final CustomerId ming = hands.somebody(9, false, ConsentState.NOT_RECORDED);

    private Outcome order(Kind kind, @Nullable CustomerId customer) {
        return add(kind, customer, IN_A_WEEK, IfFull.QUEUE, null);
    }

    private Outcome add(
            Kind kind, @Nullable CustomerId customer, Instant expiresAt, IfFull ifFull, @Nullable PublicId other) {
        return hands.order.handle(new OrderHandWork.Command(
                operator(),
                publicId(PHONE),
                kind,
                customer,
                "PHONE",
                "13812345678",
                "您好",
                "前 2%",
                null,
                expiresAt,
                ifFull,
                other));
    }

    private static Task ordered(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Ordered.class);
        return ((Outcome.Ordered) outcome).task();
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    @Test
    void putsWorkOnTheListOfWhoeverHoldsTheAccount() {
        var task = ordered(order(Kind.ADD, ming));

        assertThat(hands.tasks.all(BRAND)).containsExactly(task);
        assertThat(task.staff()).isEqualTo(HandWorld.HOLDER);
        assertThat(task.work().account()).isEqualTo(PHONE);
        assertThat(task.script()).isEqualTo("您好");
        assertThat(task.dueAt()).isEqualTo(NOW);
        assertThat(hands.addsOn(TODAY)).isEqualTo(1);
    }

    @Test
    void ordersNobodyToSayWhatThePersonaNeverSays() {
        hands.personas.put(BRAND, new Personas.Kept(PHONE, PersonasContract.aPersona("小完子", "您好"), 1, NOW, NOW));

        assertThat(order(Kind.ADD, ming)).isEqualTo(new Outcome.Forbidden(List.of("您好")));
        assertThat(hands.tasks.all(BRAND)).isEmpty();
        assertThat(hands.addsOn(TODAY)).isZero();
    }

    @Test
    void putsAnAddOverThePaceOnTheNextDayWithRoom() {
        order(Kind.ADD, ming);

        assertThat(ordered(order(Kind.ADD, ming)).dueAt()).isEqualTo(midnight(TODAY.plusDays(1)));
        assertThat(ordered(order(Kind.ADD, ming)).dueAt()).isEqualTo(midnight(TODAY.plusDays(2)));
        assertThat(hands.addsOn(TODAY)).isEqualTo(1);
        assertThat(hands.addsOn(TODAY.plusDays(1))).isEqualTo(1);
        assertThat(hands.addsOn(TODAY.plusDays(2))).isEqualTo(1);
    }

    @Test
    void asksNoMorePeopleThanTheAccountCanHaveAsFriends() {
        hands.accounts.replace(BRAND, capped(2));
        order(Kind.ADD, ming);
        var second = ordered(order(Kind.ADD, ming));

        assertThat(order(Kind.ADD, ming)).isEqualTo(new Outcome.Full(2));
        assertThat(hands.tasks.all(BRAND)).hasSize(2);

        hands.end.handle(new EndTask.Command(operator(), second.publicId(), new EndTask.How.Skipped("不需要了")));
        assertThat(order(Kind.ADD, ming)).isInstanceOf(Outcome.Ordered.class);
    }

    private static ChannelAccount capped(int totalCap) {
        var account = HandWorld.account(PHONE, TestEditions.BY_HAND, HandWorld.HOLDER);
        return new ChannelAccount(
                account.id(),
                account.publicId(),
                account.channel(),
                account.connection(),
                account.address(),
                account.name(),
                account.staff(),
                account.department(),
                totalCap,
                account.dailyCap(),
                account.hours(),
                account.state(),
                account.health(),
                account.version() + 1,
                account.createdAt(),
                account.updatedAt());
    }

    @Test
    void asksNobodyWhoIsAFriendAlready() {
        var friend = hands.friend(9);

        assertThat(order(Kind.ADD, friend)).isEqualTo(new Outcome.Refused("ALREADY_FRIEND"));
        assertThat(order(Kind.REPLY, friend)).isInstanceOf(Outcome.Ordered.class);
    }

    @Test
    void givesTheDayBackThatAQueuedAddWaitedFor() {
        order(Kind.ADD, ming);
        var queued = ordered(order(Kind.ADD, ming));

        hands.end.handle(new EndTask.Command(operator(), queued.publicId(), new EndTask.How.Skipped("不需要了")));

        assertThat(hands.addsOn(TODAY)).isEqualTo(1);
        assertThat(hands.addsOn(TODAY.plusDays(1))).isZero();
        assertThat(ordered(order(Kind.ADD, ming)).dueAt()).isEqualTo(midnight(TODAY.plusDays(1)));
    }

    @Test
    void refusesAnAddOverThePaceIfItIsAskedTo() {
        order(Kind.ADD, ming);

        assertThat(add(Kind.ADD, ming, IN_A_WEEK, IfFull.REFUSE, null))
                .isEqualTo(new Outcome.Paced(1, midnight(TODAY.plusDays(1))));
        assertThat(hands.addsOn(TODAY.plusDays(1))).isZero();
        assertThat(hands.tasks.all(BRAND)).hasSize(1);
    }

    @Test
    void refusesAnAddThatWouldExpireBeforeThereIsRoom() {
        order(Kind.ADD, ming);

        assertThat(add(Kind.ADD, ming, midnight(TODAY.plusDays(1)), IfFull.QUEUE, null))
                .isEqualTo(new Outcome.Paced(1, midnight(TODAY.plusDays(1))));
        assertThat(hands.tasks.all(BRAND)).hasSize(1);
    }

    @Test
    void bothersNobodyWhoMustNotBeBothered() {
        var banned = hands.somebody(10, true, ConsentState.NOT_RECORDED);
        var withdrew = hands.somebody(11, false, ConsentState.WITHDRAWN);
        var optedOut = hands.somebody(12, false, ConsentState.NOT_RECORDED, "PRIVATE_CHAT");

        assertThat(order(Kind.ADD, banned)).isEqualTo(new Outcome.Refused("BLACKLISTED"));
        assertThat(order(Kind.ADD, withdrew)).isEqualTo(new Outcome.Refused("NO_CONSENT"));
        assertThat(order(Kind.ADD, optedOut)).isEqualTo(new Outcome.Refused("OPTED_OUT"));
        assertThat(order(Kind.REPLY, ming)).isEqualTo(new Outcome.Refused("LOST"));
        assertThat(order(Kind.LIKE, ming)).isEqualTo(new Outcome.Refused("LOST"));
        assertThat(hands.addsOn(TODAY)).isZero();
        assertThat(hands.tasks.all(BRAND)).isEmpty();
    }

    @Test
    void ordersMomentsForNobodyInParticular() {
        assertThat(ordered(order(Kind.MOMENT, null)).customer()).isNull();
        assertThat(hands.addsOn(TODAY)).isZero();
    }

    @Test
    void ordersNothingOfAnAccountThatIsBannedOrThatNobodyWorks() {
        hands.standings.add(BRAND, 1, new Incident(PHONE, Incident.Kind.BAN, NOW, null, "key"));
        assertThat(order(Kind.ADD, ming)).isEqualTo(new Outcome.NoHands());

        var byItself = new OrderHandWork.Command(
                operator(), publicId(OTHER), Kind.MOMENT, null, null, null, "好", null, null, IN_A_WEEK);
        assertThat(hands.order.handle(byItself)).isEqualTo(new Outcome.NoHands());
    }

    @Test
    void ordersNothingThatIsTooLateOrUnknown() {
        assertThat(add(Kind.ADD, ming, NOW, IfFull.QUEUE, null)).isEqualTo(new Outcome.TooLate(NOW));
        var nowhere = new OrderHandWork.Command(
                operator(),
                publicId(new ChannelAccountId(99)),
                Kind.ADD,
                ming,
                "PHONE",
                "1",
                null,
                null,
                null,
                IN_A_WEEK);
        assertThat(hands.order.handle(nowhere)).isEqualTo(new Outcome.Unknown());
    }

    @Test
    void ordersADoubleAddOfAStrangerWithItsSteps() {
        var task = ordered(add(Kind.DOUBLE_ADD, null, IN_A_WEEK, IfFull.QUEUE, publicId(OTHER)));

        assertThat(task.kind()).isEqualTo("DOUBLE_ADD");
        assertThat(task.customer()).isNull();
        assertThat(task.work().hint()).contains("小王 51");
        assertThat(hands.addsOn(TODAY)).as("it is the other side who asked").isZero();
    }

    @Test
    void ordersADoubleAddOnlyWithAnotherChannelOfTheSamePerson() {
        var theirs = new ChannelAccountId(52);
        hands.accounts.add(BRAND, HandWorld.account(theirs, "WECOM", new StaffId(8)));
        var sameChannel = new ChannelAccountId(53);
        hands.accounts.add(BRAND, HandWorld.account(sameChannel, TestEditions.BY_HAND, HandWorld.HOLDER));

        for (var other : new PublicId[] {null, publicId(theirs), publicId(sameChannel), publicId(PHONE)}) {
            assertThat(add(Kind.DOUBLE_ADD, null, IN_A_WEEK, IfFull.QUEUE, other))
                    .isEqualTo(new Outcome.NoOther());
        }
    }

    @Test
    void tellsWhoPostsToMomentsWhomToLeaveOut() {
        hands.leftOut = "排除 2 位客户：小明（已退订）、小红（黑名单）。";

        assertThat(ordered(order(Kind.MOMENT, null)).work().hint()).startsWith(hands.leftOut);
        var add = ordered(order(Kind.ADD, ming));
        assertThat(add.work().hint() == null ? "" : add.work().hint()).doesNotContain("排除");
    }

    @Test
    void ordersNoMorePostsToMomentsThanAreGoodForTheAccount() {
        hands.overrides.put(
                BRAND,
                PolicyLine.care(TestEditions.BY_HAND),
                new PolicyOverride(1, LocalDate.of(2025, 1, 1), Map.of("moments", "PER_DAY 1")),
                NOW);
        var first = ordered(order(Kind.MOMENT, null));

        assertThat(order(Kind.MOMENT, null)).isEqualTo(new Outcome.Paced(1, midnight(TODAY.plusDays(1))));
        hands.end.handle(new EndTask.Command(operator(), first.publicId(), new EndTask.How.Skipped("不合适")));
        assertThat(order(Kind.MOMENT, null)).isInstanceOf(Outcome.Ordered.class);
    }

    @Test
    void countsPostsThatAreOnlyPlannedYet() {
        hands.overrides.put(
                BRAND,
                PolicyLine.care(TestEditions.BY_HAND),
                new PolicyOverride(1, LocalDate.of(2025, 1, 1), Map.of("moments", "PER_DAY 2")),
                NOW);
        hands.planned = 2;

        assertThat(order(Kind.MOMENT, null)).isEqualTo(new Outcome.Paced(2, midnight(TODAY.plusDays(1))));
    }

    @Test
    void ordersNoDoubleAddWhereThePolicyDoesNotAllowIt() {
        hands.overrides.put(
                BRAND,
                PolicyLine.care(TestEditions.BY_HAND),
                new PolicyOverride(1, LocalDate.of(2025, 1, 1), Map.of("doubleAdd", false)),
                NOW);

        assertThat(add(Kind.DOUBLE_ADD, null, IN_A_WEEK, IfFull.QUEUE, publicId(OTHER)))
                .isEqualTo(new Outcome.NotAllowed());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void knowsTheRefusalOfWhoIsBannedForEveryKindThatNamesACustomer(Kind kind) {
        var banned = hands.somebody(10, true, ConsentState.NOT_RECORDED);

        var outcome = add(kind, banned, IN_A_WEEK, IfFull.QUEUE, publicId(OTHER));

        assertThat(outcome instanceof Outcome.Refused(var reason) ? reason : "")
                .isEqualTo(kind == Kind.MOMENT ? "" : "BLACKLISTED");
    }
}
