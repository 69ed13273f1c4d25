package cn.siyu.domain.channel.fit;

import cn.siyu.domain.channel.fit.CapacityAdvice.Personal;
import cn.siyu.domain.channel.fit.CapacityAdvice.Possible;
import cn.siyu.domain.channel.fit.CapacityAdvice.Scale;
import cn.siyu.domain.channel.fit.CapacityAdvice.Warning;
import cn.siyu.domain.channel.fit.CapacityPlan.Load;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Says what a private domain of a planned size takes, run in a certain way (容量与成本规划).
///
/// Run by programs, everybody is on WeCom; run by people, everybody is on personal accounts; run by
/// both, everybody is on WeCom, which takes the inflow, and a share of them is led on to personal
/// accounts.
public final class CapacityPlanner {
    private final CapacityRules rules;

    public CapacityPlanner(CapacityRules rules) {
        this.rules = rules;
    }

    /// Plans.
    ///
    /// @param inflowPerDay people who come to be added a day
    public CapacityAdvice plan(Operation operation, double inflowPerDay, PlannedSize size) {
        var warnings = EnumSet.noneOf(Warning.class);
        double share = share(operation, size);
        var scale = operation == Operation.REFINED ? null : scale(inflowPerDay, size, warnings);
        long members = scale == null ? 0 : scale.members();
        var personal = share == 0 ? null : personal(operation, inflowPerDay, share, size, members, warnings);
        long least = members + (personal == null ? 0 : personal.operatorsLeast());
        Long people = size.people();
        if (people == null || people >= least) {
            return new CapacityAdvice(scale, personal, least, warnings, null);
        }
        warnings.add(Warning.TOO_FEW_PEOPLE);
        var possible = personal == null ? null : possible(people, inflowPerDay, share, size);
        return new CapacityAdvice(scale, personal, least, warnings, possible);
    }

    private double share(Operation operation, PlannedSize size) {
        Double wanted = size.personalShare();
        return switch (operation) {
            case PRECISION -> 0;
            case REFINED -> 1;
            case HYBRID -> wanted == null ? rules.personalShare() : wanted;
        };
    }

    private Scale scale(double inflow, PlannedSize size, Set<Warning> warnings) {
        long needed = CapacityPlan.accounts(size.customers(), inflow, rules.scale());
        Long given = size.scaleAccounts();
        long accounts = given == null ? needed : given;
        if (accounts < needed) {
            warnings.add(Warning.TOO_FEW_ACCOUNTS);
        }
        return new Scale(
                size.customers(),
                needed,
                accounts,
                CapacityPlan.members(size.customers(), rules.customersPerMember()),
                backlog(size, accounts, rules.scale(), inflow, warnings));
    }

    private Personal personal(
            Operation operation,
            double inflowPerDay,
            double share,
            PlannedSize size,
            long members,
            Set<Warning> warnings) {
        long customers = part(size.customers(), share);
        double inflow = inflowPerDay * share;
        long needed = CapacityPlan.accounts(customers, inflow, rules.personal());
        Long given = size.personalAccounts();
        long accounts = given == null ? needed : given;
        if (accounts < needed) {
            warnings.add(Warning.TOO_FEW_ACCOUNTS);
        }
        var load = load(accounts, size, members);
        if (load == Load.OVER_COMFORT) {
            warnings.add(Warning.OVER_COMFORT);
        }
        Long breakEven = breakEven(accounts, size, members);
        if (breakEven != null && customers < breakEven * accounts) {
            warnings.add(Warning.NOT_PAYING);
        }
        return new Personal(
                customers,
                needed,
                accounts,
                CapacityPlan.operators(accounts, rules.comfortable()),
                CapacityPlan.operators(accounts, rules.most()),
                load,
                CapacityPlan.hours(size.messagesByHand(), rules.batch(), rules.minutesPerBatch()),
                operation == Operation.REFINED
                        ? backlog(size, accounts, rules.personal(), inflow, warnings)
                        : Long.valueOf(0),
                breakEven);
    }

    private static @Nullable Long backlog(
            PlannedSize size, long accounts, CapacityPlan.Account account, double inflow, Set<Warning> warnings) {
        if (size.backlog() == 0) {
            return 0L;
        }
        OptionalLong days = CapacityPlan.backlogDays(size.backlog(), accounts, account.addsPerDay(), inflow);
        if (days.isEmpty()) {
            warnings.add(Warning.BACKLOG_GROWS);
            return null;
        }
        return days.getAsLong();
    }

    private @Nullable Load load(long accounts, PlannedSize size, long members) {
        Long people = size.people();
        return people == null
                ? null
                : CapacityPlan.load(accounts, Math.max(0, people - members), rules.comfortable(), rules.most());
    }

    /// An account's share of a wage: one of as many accounts as its operator works.
    private @Nullable Long breakEven(long accounts, PlannedSize size, long members) {
        Double wage = size.wage();
        Double margin = size.margin();
        if (wage == null || margin == null || accounts == 0) {
            return null;
        }
        Long people = size.people();
        long operators = people == null || people <= members
                ? CapacityPlan.operators(accounts, rules.comfortable())
                : Math.min(people - members, accounts);
        return CapacityPlan.breakEven(wage * operators / accounts, margin);
    }

    /// WeCom for everybody; the people who are left work as many personal accounts as they can.
    private @Nullable Possible possible(long people, double inflow, double share, PlannedSize size) {
        long members = CapacityPlan.members(size.customers(), rules.customersPerMember());
        long operators = people - members;
        if (operators <= 0) {
            return null;
        }
        var account = rules.personal();
        long most = operators * rules.most();
        long room = (long) Math.floor(most * account.cap() * account.fill());
        double coming = inflow == 0 ? share : most * account.addsPerDay() / inflow;
        long customers = Math.min(part(size.customers(), Math.min(share, coming)), room);
        double ofThem = size.customers() == 0 ? 0 : (double) customers / size.customers();
        long accounts = Math.min(most, CapacityPlan.accounts(customers, inflow * ofThem, account));
        return new Possible(
                Operation.HYBRID, customers, accounts, CapacityPlan.operators(accounts, rules.most()), members);
    }

    private static long part(long customers, double share) {
        return (long) Math.ceil(customers * share - 1e-9);
    }
}
