package cn.siyu.application.continuity;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.WholeBrand;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.continuity.PlanInheritance.Line;
import cn.siyu.application.continuity.port.Inheritances;
import cn.siyu.application.continuity.port.Inheritances.Standing;
import cn.siyu.application.continuity.port.Inheritances.Taker;
import cn.siyu.application.continuity.port.TransferBook;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.StaffMember;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.continuity.Inheritance;
import cn.siyu.domain.continuity.InheritanceId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Orders that what somebody serves goes to colleagues (发起继承), or says what would come of it. The answer comes at
/// once; the transfers are asked for and followed as due work.
public final class StartInheritance {
    private static final int PAGE = 500;

    private final UnitOfWork work;
    private final BrandClock clock;
    private final IdSource ids;
    private final StaffMembers members;
    private final Departments departments;
    private final ChannelAccounts accounts;
    private final Customers customers;
    private final PlanInheritance plan;
    private final Inheritances inheritances;
    private final TransferBook book;
    private final FinishInheritance finish;

    public StartInheritance(
            UnitOfWork work,
            BrandClock clock,
            IdSource ids,
            StaffMembers members,
            Departments departments,
            ChannelAccounts accounts,
            Customers customers,
            PlanInheritance plan,
            Inheritances inheritances,
            TransferBook book) {
        this.work = work;
        this.clock = clock;
        this.ids = ids;
        this.members = members;
        this.departments = departments;
        this.accounts = accounts;
        this.customers = customers;
        this.plan = plan;
        this.inheritances = inheritances;
        this.book = book;
        this.finish = new FinishInheritance(inheritances, book);
    }

    /// What is wanted.
    ///
    /// @param from the staff member who hands over
    /// @param takers accounts that take over, with their shares; may be empty if a department is given
    /// @param department all accounts of it and below it take over too; null: only those that are named
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

    /// @param from null if unknown, which is a mistake
    private record Checked(
            @Nullable StaffMember from,
            List<Taker> takers,
            @Nullable Set<CustomerId> customers,
            List<Mistake> mistakes) {
        StaffMember giver() {
            return Objects.requireNonNull(from);
        }

        PlanInheritance.Wish wish(Command command) {
            return new PlanInheritance.Wish(giver().id(), command.rule(), takers, customers, command.groups());
        }
    }

    /// Orders it.
    ///
    /// @throws WholeBrand.PartOnly if the caller sees only a part of the brand
    public Outcome start(Command command) {
        WholeBrand.require(command.caller());
        var brand = command.caller().brand();
        return work.inTransaction(() -> {
            var checked = checked(command);
            return checked.mistakes().isEmpty()
                    ? new Outcome.Started(started(brand, command, checked))
                    : new Outcome.Wrong(checked.mistakes());
        });
    }

    /// Says what would come of it. Asks the channel for groups, so it must not run inside a transaction.
    ///
    /// @throws WholeBrand.PartOnly if the caller sees only a part of the brand
    public Outcome preview(Command command) {
        WholeBrand.require(command.caller());
        var brand = command.caller().brand();
        var checked = checked(command);
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

    private Inheritance started(BrandId brand, Command command, Checked checked) {
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

    private Checked checked(Command command) {
        var brand = command.caller().brand();
        var mistakes = new ArrayList<Mistake>();
        var from = members.byPublicId(brand, command.from());
        if (from.isEmpty()) {
            mistakes.add(new Mistake.FromUnknown());
        }
        var giver = from.orElse(null);
        if (giver != null && accounts.heldBy(brand, giver.id()).isEmpty()) {
            mistakes.add(new Mistake.NothingHeld());
        }
        if (command.message() != null && command.kind() == Inheritance.Kind.AFTER_LEAVING) {
            mistakes.add(new Mistake.MessageAfterLeaving());
        }
        var takers = takers(brand, command, giver, mistakes);
        var wanted = customers(brand, command.customers(), mistakes);
        return new Checked(giver, takers, wanted, mistakes);
    }

    private List<Taker> takers(BrandId brand, Command command, @Nullable StaffMember giver, List<Mistake> mistakes) {
        var wanted = command.takers().stream().map(Share::account).collect(Collectors.toSet());
        var known = accounts.byPublicIds(brand, wanted).stream()
                .collect(Collectors.toMap(ChannelAccount::publicId, Function.identity()));
        var takers = new ArrayList<Taker>();
        var seen = new HashSet<Object>();
        for (int at = 0; at < command.takers().size(); at++) {
            var share = command.takers().get(at);
            var account = known.get(share.account());
            if (account == null) {
                mistakes.add(new Mistake.TakerUnknown(at));
            } else if (giver != null && account.staff().equals(giver.id())) {
                mistakes.add(new Mistake.TakerIsGiver(at));
            } else if (seen.add(account.id())) {
                takers.add(new Taker(account.id(), share.weight(), Standing.OPEN));
            }
        }
        department(brand, command, mistakes).stream()
                .filter(account -> giver == null || !account.staff().equals(giver.id()))
                .filter(account -> seen.add(account.id()))
                .forEach(account -> takers.add(new Taker(account.id(), null, Standing.OPEN)));
        if (takers.isEmpty() && mistakes.isEmpty()) {
            mistakes.add(new Mistake.NobodyTakesOver());
        }
        return takers;
    }

    private List<ChannelAccount> department(BrandId brand, Command command, List<Mistake> mistakes) {
        var wanted = command.department();
        if (wanted == null) {
            return List.of();
        }
        var department = departments.byPublicId(brand, wanted);
        if (department.isEmpty()) {
            mistakes.add(new Mistake.DepartmentUnknown());
            return List.of();
        }
        var below = Set.copyOf(departments.subtree(brand, department.get().id()));
        var found = new ArrayList<ChannelAccount>();
        List<ChannelAccount> page = accounts.page(brand, 0, PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(account ->
                            below.contains(account.department()) && account.state() == ChannelAccount.State.ACTIVE)
                    .forEach(found::add);
            page = accounts.page(brand, page.getLast().id().value(), PAGE);
        }
        return found;
    }

    private @Nullable Set<CustomerId> customers(
            BrandId brand, @Nullable List<PublicId> wanted, List<Mistake> mistakes) {
        if (wanted == null) {
            return null;
        }
        var known = customers.byPublicIds(brand, wanted);
        var found = new LinkedHashSet<CustomerId>();
        for (int at = 0; at < wanted.size(); at++) {
            Optional<CustomerId> one = Optional.ofNullable(known.get(wanted.get(at)));
            if (one.isEmpty()) {
                mistakes.add(new Mistake.CustomerUnknown(at));
            }
            one.ifPresent(found::add);
        }
        return found;
    }
}
