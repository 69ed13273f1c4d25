package cn.siyu.application.task.port;

import cn.siyu.application.brand.Sight;
import cn.siyu.application.channel.port.Deed;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.EnrolmentId;
import cn.siyu.domain.task.Task;
import cn.siyu.domain.task.TaskId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The tasks (待办) of a brand's people.
public interface Tasks {
    /// Adds new ones.
    void add(BrandId brand, List<Task> tasks);

    /// The one with a public id, or empty.
    Optional<Task> byPublicId(BrandId brand, PublicId id);

    /// As [#byPublicId]; nobody else changes it before the end of the transaction.
    Optional<Task> lock(BrandId brand, PublicId id);

    /// Those of these numbers that exist.
    List<Task> findAll(BrandId brand, Collection<TaskId> ids);

    /// How many open tasks of a kind accounts have; of those without one, no entry.
    Map<ChannelAccountId, Integer> open(BrandId brand, Collection<ChannelAccountId> accounts, String kind);

    /// The kinds of tasks that are to make somebody a contact.
    Set<String> MEETINGS = Set.of(Deed.Add.KIND, Deed.DoubleAdd.KIND, Deed.Accept.KIND);

    /// Whether a task is seen: by whose work it is, and by its customer. One that is to make
    /// somebody a contact is seen by whose work it is alone: whoever is to be met, is invited or
    /// won back need not be served by the one who does it, and never is when everybody has lost
    /// them.
    boolean sees(BrandId brand, Sight sight, Task task);

    /// Replaces tasks; the `version` of each is one more than the stored one.
    ///
    /// @throws cn.siyu.application.brand.port.StaleAggregate if somebody else changed one in
    ///     between
    void replace(BrandId brand, List<Task> tasks);

    /// Open tasks that have expired at a moment, in the order of (expiry, number).
    List<Task> expired(BrandId brand, Instant now, int atMost);

    /// When the next open one expires; empty if none is open.
    Optional<Instant> nextExpiryAt(BrandId brand);

    /// The open tasks of enrolments, by number.
    List<Task> openOf(BrandId brand, Collection<EnrolmentId> enrolments);

    /// The open tasks of people that stand for messages, by number; nobody else changes them before
    /// the end of the transaction.
    List<Task> openMessages(BrandId brand, Collection<CustomerId> customers);

    /// All open tasks for people, by number; nobody else changes them before the end of the
    /// transaction.
    List<Task> openFor(BrandId brand, Collection<CustomerId> customers);

    /// All open tasks on an account, by number; nobody else changes them before the end of the
    /// transaction.
    List<Task> openOn(BrandId brand, ChannelAccountId account);

    /// Open tasks on accounts with something to say (话术), behind a place in the order of (expiry,
    /// number); nobody else changes them before the end of the transaction.
    ///
    /// @param after null: from the beginning
    List<Task> scripts(BrandId brand, @Nullable Expiry after, int atMost);

    /// Replaces tasks that went to somebody else: who has them, over which relationship and
    /// account. As [#replace].
    void handOver(BrandId brand, List<Task> tasks);

    /// Tasks behind a place in the list, in the order of (due, number).
    ///
    /// @param after null: from the beginning
    List<Task> page(BrandId brand, Filter filter, @Nullable Place after, int atMost);

    /// The first open task of each card of a worklist (工作清单), behind a place: by account, then
    /// the most worth, then what expires first. A card is what is to be done for one customer on
    /// one account; what is for nobody in particular is a card of its own.
    ///
    /// @param after null: from the beginning
    List<Task> cards(BrandId brand, Worklist list, @Nullable Turn after, int atMost);

    /// All open tasks of the same accounts and customers as these, each list in the order of its
    /// tasks' turns.
    Map<TaskId, List<Task>> onCards(BrandId brand, List<Task> first);

    /// How many open tasks of some kinds on an account somebody has in hand.
    int inHand(BrandId brand, ChannelAccountId account, Set<String> kinds, Instant now);

    /// How many tasks of a kind stand on accounts, by account: those that fall due in a span and
    /// are open or done.
    ///
    /// @param besides why (see [Task.Work#why()]) those were made that don't count; null: all count
    Map<ChannelAccountId, Integer> standing(
            BrandId brand,
            Collection<ChannelAccountId> accounts,
            String kind,
            @Nullable String besides,
            Instant from,
            Instant until);

    /// Whose worklist, now: without the friend requests and posts of days to come, which count
    /// towards the pace of their own day.
    ///
    /// @param account one account only; null: all
    /// @param sight only what is seen
    /// @param now what falls due later, of the kinds that wait, is not shown yet
    record Worklist(StaffId staff, @Nullable ChannelAccountId account, Sight sight, Instant now) {
        /// Kinds of tasks that nobody does before they fall due.
        public static final Set<String> WAITING = Set.of(Deed.Add.KIND, Deed.Moment.KIND);

        /// Whether a task is not yet to be done.
        public boolean waits(Task task) {
            return WAITING.contains(task.kind()) && task.dueAt().isAfter(now);
        }
    }

    /// A place in a worklist.
    ///
    /// @param account the number of the account; 0: none in particular
    record Turn(long account, int worth, Instant expiresAt, long id) {
        /// The place of a task.
        public static Turn of(Task task) {
            var account = task.work().account();
            return new Turn(
                    account == null ? 0 : account.value(),
                    task.work().worth(),
                    task.expiresAt(),
                    task.id().value());
        }
    }

    /// Which tasks are wanted; null means any.
    ///
    /// @param states any of `OPEN`, `DONE`, `SKIPPED`, `FAILED`, `EXPIRED` and `CANCELLED`; empty:
    ///     all
    /// @param dueFrom due at that moment or after
    /// @param dueBefore and before that one
    /// @param sight only those that are seen
    record Filter(
            @Nullable StaffId staff,
            Set<String> states,
            @Nullable CustomerId customer,
            @Nullable Instant dueFrom,
            @Nullable Instant dueBefore,
            Sight sight) {
        /// All tasks.
        public static final Filter ANY = new Filter(null, Set.of(), null, null, null, new Sight.Everything());

        public Filter {
            states = Set.copyOf(states);
        }
    }

    /// A place in the list.
    record Place(Instant dueAt, long id) {}

    /// A place in the order in which tasks expire.
    record Expiry(Instant at, long id) {
        /// The place of a task.
        public static Expiry of(Task task) {
            return new Expiry(task.expiresAt(), task.id().value());
        }
    }
}
