package cn.siyu.domain.channel.allocation;

import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.WorkingHours;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;

/// One account of a contact way, as allocation sees it.
///
/// @param active whether it is in use (not archived, its holder on duty)
/// @param healthy whether the channel lets it add people now
/// @param hours when it takes new customers, on the wall clock of `zone`
/// @param departments where it belongs: its store (门店) first, then the departments above it, up
///     to the root
/// @param overflow true: takes visitors only when nobody else can (兜底账号)
/// @param weight how much of the visits it gets; empty: as much as it can still take today
/// @param currentWeight where smooth weighted round robin stands with it
public record Candidate(
        ChannelAccountId account,
        boolean active,
        boolean healthy,
        WorkingHours hours,
        ZoneId zone,
        AccountLoad load,
        List<DepartmentId> departments,
        boolean overflow,
        OptionalInt weight,
        long currentWeight) {
    public Candidate {
        departments = List.copyOf(departments);
        if (weight.isPresent() && weight.getAsInt() < 1) {
            throw new IllegalArgumentException("a weight is 1 or more, was " + weight.getAsInt());
        }
    }

    /// A candidate of an account as the brand defined it.
    ///
    /// @param zone the store's, else the brand's
    /// @param weight the contact way's share for it
    public static Candidate of(
            ChannelAccount account,
            ZoneId zone,
            AccountLoad load,
            List<DepartmentId> departments,
            OptionalInt weight,
            long currentWeight) {
        return new Candidate(
                account.id(),
                account.state() == ChannelAccount.State.ACTIVE,
                account.health() != ChannelAccount.Health.BLOCKED,
                account.hours(),
                zone,
                load,
                departments,
                false,
                weight,
                currentWeight);
    }

    /// The same account, asked only when nobody else can.
    public Candidate asOverflow() {
        return new Candidate(account, active, healthy, hours, zone, load, departments, true, weight, currentWeight);
    }

    /// The weight in force; 0 if it can take nobody today.
    int effectiveWeight() {
        return weight.orElse(load.remainingToday());
    }
}
