package cn.siyu.application.task.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.task.port.Tasks.Expiry;
import cn.siyu.application.task.port.Tasks.Turn;
import cn.siyu.application.task.port.Tasks.Worklist;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.task.Task;
import cn.siyu.domain.task.Task.Claiming;
import cn.siyu.domain.task.Task.Ending;
import cn.siyu.domain.task.Task.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every [Tasks] does with the work of accounts: worklists, cards, claims and counts.
public interface AccountTasksContract {
    BrandId BRAND = new BrandId(1);
    Instant NOW = Instant.parse("2026-03-10T02:00:00.123Z");

    /// Without tasks.
    Tasks tasks();

    static Task ended(Task task, State state) {
        return ((Ending.Ended) task.end(state, NOW)).task();
    }

    private static Task ofKind(String kind, Task task) {
        return new Task(
                task.id(),
                task.publicId(),
                kind,
                task.customer(),
                task.relationship(),
                task.source(),
                task.staff(),
                task.title(),
                task.script(),
                task.dueAt(),
                task.expiresAt(),
                task.work(),
                task.state(),
                task.claim(),
                task.version(),
                task.createdAt(),
                task.updatedAt());
    }

    /// A task on an account.
    ///
    /// @param customer the number of the customer; 0: nobody in particular
    private static Task work(long number, long account, int worth, long customer) {
        var plain = TasksContract.aTask(number, 7);
        return new Task(
                plain.id(),
                plain.publicId(),
                "SEND",
                customer == 0 ? null : new CustomerId(customer),
                null,
                null,
                plain.staff(),
                plain.title(),
                plain.script(),
                plain.dueAt(),
                plain.expiresAt(),
                new Task.Work(account == 0 ? null : new ChannelAccountId(account), worth, "为什么", "怎么做"),
                new State.Open(),
                null,
                1,
                NOW,
                NOW);
    }

    private static Worklist list(long staff, @Nullable ChannelAccountId account, Instant now) {
        return new Worklist(new StaffId(staff), account, new Sight.Everything(), now);
    }

    private List<Task> cards(@Nullable ChannelAccountId account, @Nullable Turn after, int atMost) {
        return tasks().cards(BRAND, list(7, account, NOW), after, atMost);
    }

    @Test
    default void findsAndGivesAwayWhatIsOpenOnAnAccount() {
        var tasks = tasks();
        var held = ((Claiming.Claimed) work(1, 5, 10, 101).claim("key", NOW.plusSeconds(900), NOW)).task();
        var free = work(2, 5, 10, 0);
        tasks.add(BRAND, List.of(held, free, work(3, 6, 10, 101), TasksContract.aTask(4, 7), work(5, 5, 1, 102)));
        tasks.replace(BRAND, List.of(work(5, 5, 1, 102).cancelled("LOSS", NOW)));
        assertThat(tasks.openOn(BRAND, new ChannelAccountId(5))).containsExactly(held, free);
        assertThat(tasks.openOn(new BrandId(2), new ChannelAccountId(5))).isEmpty();

        var given = List.of(
                held.givenTo(new StaffId(8), NOW.plusSeconds(9)), free.givenTo(new StaffId(8), NOW.plusSeconds(9)));
        tasks.handOver(BRAND, given);

        assertThat(tasks.openOn(BRAND, new ChannelAccountId(5))).isEqualTo(given);
        assertThat(given.getFirst().claim())
                .isEqualTo(new Task.Claim("key", NOW.plusSeconds(9), Task.Lost.HOLDER_CHANGED));
        assertThat(given.getFirst().heldAt(NOW.plusSeconds(9))).isNull();
        assertThat(given.getLast().claim()).isNull();
    }

    @Test
    default void pagesThroughWhatIsToBeSaidOnAccounts() {
        var tasks = tasks();
        var first = work(1, 5, 10, 101);
        var second = work(2, 6, 10, 0);
        tasks.add(BRAND, List.of(second, first, TasksContract.aTask(3, 7), work(4, 5, 1, 102)));
        tasks.replace(BRAND, List.of(work(4, 5, 1, 102).cancelled("LOSS", NOW)));

        assertThat(tasks.scripts(BRAND, null, 1)).containsExactly(first);
        assertThat(tasks.scripts(BRAND, Expiry.of(first), 9)).containsExactly(second);
        assertThat(tasks.scripts(BRAND, Expiry.of(second), 9)).isEmpty();
        assertThat(tasks.scripts(new BrandId(2), null, 9)).isEmpty();
    }

    @Test
    default void ordersAWorklistByAccountThenWorthThenDeadline() {
        var tasks = tasks();
        var nowhere = work(1, 0, 5, 101);
        var cheap = work(2, 50, 10, 102);
        var dear = work(3, 50, 90, 103);
        var later = work(4, 50, 90, 104);
        var moment = work(5, 51, 30, 0);
        var another = work(6, 51, 30, 0);
        var ended = work(7, 50, 99, 105);
        tasks.add(BRAND, List.of(moment, another, later, dear, cheap, nowhere, ended, TasksContract.aTask(8, 8)));
        tasks.replace(BRAND, List.of(ended(ended, new State.Failed("key", "搜不到", NOW))));

        assertThat(cards(null, null, 10)).containsExactly(nowhere, dear, later, cheap, moment, another);
        var all = cards(null, null, 10);
        for (int from = 1; from <= all.size(); from++) {
            for (int atMost = 1; atMost <= all.size(); atMost++) {
                assertThat(cards(null, Turn.of(all.get(from - 1)), atMost))
                        .isEqualTo(all.subList(from, Math.min(all.size(), from + atMost)));
            }
        }
        assertThat(cards(new ChannelAccountId(50), Turn.of(dear), 9)).containsExactly(later, cheap);
        assertThat(cards(new ChannelAccountId(51), null, 10)).containsExactly(moment, another);
        assertThat(tasks.cards(new BrandId(2), list(7, null, NOW), null, 10)).isEmpty();
    }

    @Test
    default void countsOpenTasksOfAKindByAccount() {
        var tasks = tasks();
        var kind = work(1, 50, 10, 101).kind();
        tasks.add(
                BRAND, List.of(work(1, 50, 10, 101), work(2, 50, 10, 102), work(3, 51, 10, 103), work(4, 52, 1, 104)));
        tasks.replace(BRAND, List.of(work(3, 51, 10, 103).cancelled("LOSS", NOW)));
        var both = List.of(new ChannelAccountId(50), new ChannelAccountId(51));

        assertThat(tasks.open(BRAND, both, kind)).isEqualTo(Map.of(new ChannelAccountId(50), 2));
        assertThat(tasks.open(BRAND, both, "ANOTHER")).isEmpty();
        assertThat(tasks.open(BRAND, List.of(), kind)).isEmpty();
        assertThat(tasks.open(new BrandId(2), both, kind)).isEmpty();
    }

    @Test
    default void putsEverythingForOneCustomerOnOneCard() {
        var tasks = tasks();
        var cheap = work(1, 50, 10, 101);
        var dear = work(2, 50, 90, 101);
        var other = work(3, 50, 50, 102);
        var elsewhere = work(4, 51, 10, 101);
        tasks.add(BRAND, List.of(cheap, dear, other, elsewhere));

        assertThat(cards(null, null, 10)).containsExactly(dear, other, elsewhere);
        assertThat(tasks.onCards(BRAND, List.of(dear, other)))
                .isEqualTo(Map.of(dear.id(), List.of(dear, cheap), other.id(), List.of(other)));
        assertThat(tasks.onCards(BRAND, List.of())).isEmpty();
    }

    @Test
    default void showsFriendRequestsAndPostsOfDaysToComeOnTheirDay() {
        var tasks = tasks();
        var add = ofKind("ADD", work(1, 50, 90, 101));
        var message = work(2, 50, 10, 101);
        var post = ofKind("MOMENT", work(3, 50, 5, 0));
        tasks.add(BRAND, List.of(add, message, post));
        Instant before = NOW.plus(Duration.ofSeconds(59));

        assertThat(tasks.cards(BRAND, list(7, null, before), null, 10))
                .as("nor do they hide what is behind them")
                .containsExactly(message);
        assertThat(tasks.cards(BRAND, list(7, null, post.dueAt()), null, 10)).containsExactly(add, post);
    }

    @Test
    default void keepsClaimsAndCountsThem() {
        var tasks = tasks();
        var task = work(1, 50, 10, 101);
        tasks.add(BRAND, List.of(task, work(2, 50, 10, 102)));
        var claimed = ((Task.Claiming.Claimed) task.claim("key", NOW.plusSeconds(60), NOW)).task();
        tasks.replace(BRAND, List.of(claimed));

        assertThat(tasks.byPublicId(BRAND, task.publicId())).contains(claimed);
        var phone = new ChannelAccountId(50);
        assertThat(tasks.inHand(BRAND, phone, Set.of("SEND", "REPLY"), NOW)).isEqualTo(1);
        assertThat(tasks.inHand(BRAND, phone, Set.of("ADD"), NOW)).isZero();
        var only = List.of(phone, new ChannelAccountId(51));
        var until = task.dueAt().plusMillis(1);
        assertThat(tasks.standing(BRAND, only, task.kind(), null, task.dueAt(), until))
                .containsOnlyKeys(phone);
        assertThat(tasks.standing(BRAND, only, task.kind(), null, until, until.plusSeconds(9)))
                .isEmpty();
        assertThat(tasks.standing(BRAND, only, "MOMENT", null, task.dueAt(), until))
                .isEmpty();
        assertThat(tasks.standing(BRAND, only, task.kind(), task.work().why(), task.dueAt(), until))
                .hasSize(task.work().why() == null ? 1 : 0);
        assertThat(tasks.inHand(BRAND, phone, Set.of("SEND"), NOW.plusSeconds(60)))
                .isZero();
        assertThatThrownBy(() -> tasks.replace(
                        BRAND, List.of(((Task.Claiming.Claimed) task.claim("other", NOW.plusSeconds(60), NOW)).task())))
                .isInstanceOf(StaleAggregate.class);
    }
}
