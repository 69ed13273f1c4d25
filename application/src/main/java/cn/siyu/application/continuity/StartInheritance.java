package cn.siyu.application.continuity;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.continuity.PlanInheritance.Line;
import cn.siyu.application.continuity.port.Inheritances;
import cn.siyu.application.continuity.port.TransferBook;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.continuity.Inheritance;
import cn.siyu.domain.continuity.InheritanceId;
import cn.siyu.domain.id.PublicId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Orders that what somebody serves goes to colleagues (发起继承), or says what would come of it.
/// The answer comes at once; the transfers are asked for and followed as due work.
public final class StartInheritance {
    private final UnitOfWork work;
    private final BrandClock clock;
    private final IdSource ids;
    private final CheckWishes wishes;
    private final PlanInheritance plan;
    private final Inheritances inheritances;
    private final TransferBook book;
    private final FinishInheritance finish;

    public StartInheritance(
            UnitOfWork work,
            BrandClock clock,
            IdSource ids,
            CheckWishes wishes,
            PlanInheritance plan,
            Inheritances inheritances,
            TransferBook book) {
        this.work = work;
        this.clock = clock;
        this.ids = ids;
        this.wishes = wishes;
        this.plan = plan;
        this.inheritances = inheritances;
        this.book = book;
        this.finish = new FinishInheritance(inheritances, book);
    }

    /// What is wanted.
    ///
    /// @param from the staff member who hands over
    /// @param takers accounts that take over, with their shares; may be empty if a department is
    ///     given
    /// @param department all accounts of it and below it take over too; null: only those that are
    ///     named
    /// @param customers null: all
    /// @param groups what the channel calls them; null: all
    /// @param message what customers are told, on the job only; null: the platform's own words
    public record Command(
            Caller caller,
            PublicId from,
            Inheritance.Kind kind,
            ContactWay.Rule rule,
            List<Share> takers,
            @Nullable PublicId department,
            @Nullable List<PublicId> customers,
            @Nullable List<String> groups,
            @Nullable String message) {}

    /// An account that takes over.
    ///
    /// @param weight its share; null: as much as it has room for
    public record Share(PublicId account, @Nullable Integer weight) {}

    /// Whatever is wrong with a wish.
    public sealed interface Mistake {
        /// There is no such staff member.
        record FromUnknown() implements Mistake {}

        /// They hold no account.
        record NothingHeld() implements Mistake {}

        /// They hold accounts of departments that the caller doesn't see: their customers are not
        /// the caller's to give.
        record HoldsElsewhere() implements Mistake {}

        /// There is no such account.
        ///
        /// @param at its place in the list
        record TakerUnknown(int at) implements Mistake {}

        /// It is an account of the one who hands over.
        record TakerIsGiver(int at) implements Mistake {}

        /// There is no such department.
        record DepartmentUnknown() implements Mistake {}

        /// Nobody takes over.
        record NobodyTakesOver() implements Mistake {}

        /// There is no such customer.
        record CustomerUnknown(int at) implements Mistake {}

        /// Customers of somebody who has left are told nothing.
        record MessageAfterLeaving() implements Mistake {}
    }

    /// What came of it.
    public sealed interface Outcome {
        /// It is on record and goes on by itself.
        record Started(Inheritance inheritance) implements Outcome {}

        /// What would come of it.
        ///
        /// @param groupsKnown whether the channel could be asked for the groups
        record Previewed(List<Line> lines, boolean groupsKnown) implements Outcome {}

        /// Nothing was done.
        record Wrong(List<Mistake> mistakes) implements Outcome {}
    }

    /// Orders it. Everything it names must be seen by the caller; what is not seen is unknown.
    public Outcome start(Command command) {
        var brand = command.caller().brand();
        return work.inTransaction(() -> {
            var checked = wishes.check(command);
            return checked.mistakes().isEmpty()
                    ? new Outcome.Started(started(brand, command, checked))
                    : new Outcome.Wrong(checked.mistakes());
        });
    }

    /// Says what would come of it. Asks the channel for groups, so it must not run inside a
    /// transaction.
    public Outcome preview(Command command) {
        var brand = command.caller().brand();
        var checked = wishes.check(command);
        if (!checked.mistakes().isEmpty()) {
            return new Outcome.Wrong(checked.mistakes());
        }
        var now = clock.now(brand);
        var wish = checked.wish(command);
        var lines = new ArrayList<>(plan.customers(brand, wish, now));
        var groups = plan.groups(brand, wish, now);
        groups.ifPresent(lines::addAll);
        return new Outcome.Previewed(lines, groups.isPresent());
    }

    private Inheritance started(BrandId brand, Command command, CheckWishes.Checked checked) {
        var now = clock.now(brand);
        var id = new InheritanceId(ids.next());
        boolean allGroups = command.groups() == null;
        var order = new Inheritance(
                id,
                ids.publicId(id.value(), now),
                checked.giver().id(),
                command.kind(),
                command.rule(),
                command.message(),
                allGroups ? Inheritance.State.PREPARING : Inheritance.State.RUNNING,
                command.caller().key(),
                null,
                now,
                null,
                1);
        inheritances.add(brand, order, checked.takers());
        var wish = checked.wish(command);
        var lines = new ArrayList<>(plan.customers(brand, wish, now));
        if (!allGroups) {
            lines.addAll(plan.groups(brand, wish, now).orElseThrow());
        }
        book.add(brand, PrepareInheritances.transfers(lines, id, ids, now));
        finish.ifOver(brand, id, now);
        return inheritances.find(brand, id).orElseThrow();
    }
}
