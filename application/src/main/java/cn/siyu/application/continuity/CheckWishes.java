package cn.siyu.application.continuity;

import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.continuity.StartInheritance.Command;
import cn.siyu.application.continuity.StartInheritance.Mistake;
import cn.siyu.application.continuity.StartInheritance.Share;
import cn.siyu.application.continuity.port.Inheritances.Standing;
import cn.siyu.application.continuity.port.Inheritances.Taker;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.StaffMember;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.continuity.Inheritance;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.id.PublicId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds what a wish for an inheritance names, as far as the caller sees it (数据范围), and all
/// that is wrong with it. A caller gives away only what it sees, and only to whom it sees.
public final class CheckWishes {
    private static final int PAGE = 500;

    private final StaffMembers members;
    private final Departments departments;
    private final ChannelAccounts accounts;
    private final Customers customers;
    private final Relationships relationships;
    private final Persons persons;
    private final ResolveSight sights;

    public CheckWishes(
            StaffMembers members,
            Departments departments,
            ChannelAccounts accounts,
            Customers customers,
            Relationships relationships,
            Persons persons,
            ResolveSight sights) {
        this.members = members;
        this.departments = departments;
        this.accounts = accounts;
        this.customers = customers;
        this.relationships = relationships;
        this.persons = persons;
        this.sights = sights;
    }

    /// A wish with what it names.
    ///
    /// @param from null if unknown, which is a mistake
    /// @param customers null: all
    record Checked(
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

    Checked check(Command command) {
        var brand = command.caller().brand();
        var sight = sights.of(command.caller());
        var mistakes = new ArrayList<Mistake>();
        var giver =
                members.byPublicId(brand, command.from()).filter(sight::member).orElse(null);
        if (giver == null) {
            mistakes.add(new Mistake.FromUnknown());
        } else {
            held(brand, giver, sight, mistakes);
        }
        if (command.message() != null && command.kind() == Inheritance.Kind.AFTER_LEAVING) {
            mistakes.add(new Mistake.MessageAfterLeaving());
        }
        var takers = takers(command, giver, sight, mistakes);
        var wanted = customers(brand, command.customers(), sight, mistakes);
        return new Checked(giver, takers, wanted, mistakes);
    }

    private void held(BrandId brand, StaffMember giver, Sight sight, List<Mistake> mistakes) {
        var held = accounts.heldBy(brand, giver.id());
        if (held.isEmpty()) {
            mistakes.add(new Mistake.NothingHeld());
        }
        boolean all = held.stream().allMatch(one -> sight.held(one.staff(), one.department()));
        if (!all) {
            mistakes.add(new Mistake.HoldsElsewhere());
        }
    }

    private List<Taker> takers(Command command, @Nullable StaffMember giver, Sight sight, List<Mistake> mistakes) {
        var brand = command.caller().brand();
        var wanted = command.takers().stream().map(Share::account).collect(Collectors.toSet());
        var known = accounts.byPublicIds(brand, wanted).stream()
                .filter(one -> sight.held(one.staff(), one.department()))
                .collect(Collectors.toMap(ChannelAccount::publicId, Function.identity()));
        var takers = new ArrayList<Taker>();
        var taken = new HashSet<ChannelAccountId>();
        for (int at = 0; at < command.takers().size(); at++) {
            var share = command.takers().get(at);
            var account = known.get(share.account());
            if (account == null) {
                mistakes.add(new Mistake.TakerUnknown(at));
            } else if (giver != null && account.staff().equals(giver.id())) {
                mistakes.add(new Mistake.TakerIsGiver(at));
            } else if (taken.add(account.id())) {
                takers.add(new Taker(account.id(), share.weight(), Standing.OPEN));
            }
        }
        department(brand, command.department(), sight, mistakes).stream()
                .filter(account -> giver == null || !account.staff().equals(giver.id()))
                .filter(account -> taken.add(account.id()))
                .forEach(account -> takers.add(new Taker(account.id(), null, Standing.OPEN)));
        if (takers.isEmpty() && mistakes.isEmpty()) {
            mistakes.add(new Mistake.NobodyTakesOver());
        }
        return takers;
    }

    private List<ChannelAccount> department(
            BrandId brand, @Nullable PublicId wanted, Sight sight, List<Mistake> mistakes) {
        if (wanted == null) {
            return List.of();
        }
        var department = departments.byPublicId(brand, wanted).filter(one -> sight.department(one.id()));
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
                    .filter(account -> sight.held(account.staff(), account.department()))
                    .forEach(found::add);
            page = accounts.page(brand, page.getLast().id().value(), PAGE);
        }
        return found;
    }

    private @Nullable Set<CustomerId> customers(
            BrandId brand, @Nullable List<PublicId> wanted, Sight sight, List<Mistake> mistakes) {
        if (wanted == null) {
            return null;
        }
        Map<PublicId, CustomerId> known = customers.byPublicIds(brand, wanted);
        var seen = seen(brand, known.values(), sight);
        var found = new LinkedHashSet<CustomerId>();
        for (int at = 0; at < wanted.size(); at++) {
            var one = known.get(wanted.get(at));
            if (one == null || !seen.contains(one)) {
                mistakes.add(new Mistake.CustomerUnknown(at));
            } else {
                found.add(one);
            }
        }
        return found;
    }

    /// Those that have a live relationship with an account that is seen.
    private Set<CustomerId> seen(BrandId brand, Collection<CustomerId> wanted, Sight sight) {
        if (sight.everything()) {
            return Set.copyOf(wanted);
        }
        var live = relationships.of(brand, wanted).stream()
                .filter(Relationship::live)
                .toList();
        var with = live.stream().map(Relationship::account).collect(Collectors.toSet());
        var seen = accounts.findAll(brand, with).stream()
                .filter(one -> sight.held(one.staff(), one.department()))
                .map(ChannelAccount::id)
                .collect(Collectors.toSet());
        var births = live.stream()
                .filter(one -> seen.contains(one.account()))
                .map(Relationship::customer)
                .collect(Collectors.toSet());
        return persons.distinct(brand, births);
    }
}
