package cn.siyu.domain.channel.fit;

import java.util.OptionalLong;

/// The arithmetic of accounts and people (容量规划). All counts are rounded up: half an account
/// serves nobody. What a business needs of it is put together by [CapacityPlanner].
public final class CapacityPlan {
    private CapacityPlan() {}

    /// What one account takes.
    ///
    /// @param cap customers that the platform lets it have, at least 1
    /// @param fill share of the cap that is used, above 0 and at most 1
    /// @param addsPerDay people that it may add a day, above 0
    public record Account(long cap, double fill, double addsPerDay) {
        public Account {
            if (cap < 1 || !(fill > 0 && fill <= 1) || !(addsPerDay > 0)) {
                throw new IllegalArgumentException("an account needs a cap, a fill within (0, 1], and adds per day");
            }
        }
    }

    /// Accounts for so many customers and so many who come each day.
    public static long accounts(long customers, double inflowPerDay, Account account) {
        return Math.max(up(customers / (account.cap() * account.fill())), up(inflowPerDay / account.addsPerDay()));
    }

    /// Operators for these accounts, at so many accounts each.
    public static long operators(long accounts, int each) {
        return Math.ceilDiv(accounts, each);
    }

    /// How full operators are; it is told, and refused by nobody.
    public enum Load {
        COMFORTABLE,
        FULL,
        OVER_COMFORT
    }

    /// How full so many operators are with so many accounts.
    ///
    /// @param comfortable accounts that one operator works well (一人三号)
    /// @param most accounts that an excellent one can work at all (一人五号)
    public static Load load(long accounts, long operators, int comfortable, int most) {
        if (accounts <= operators * comfortable) {
            return Load.COMFORTABLE;
        }
        return accounts <= operators * most ? Load.FULL : Load.OVER_COMFORT;
    }

    /// Members on WeCom, at least.
    public static long members(long customers, long each) {
        return Math.ceilDiv(customers, each);
    }

    /// Days until people who wait are worked off while others come; empty: never.
    public static OptionalLong backlogDays(long backlog, long accounts, double addsPerDay, double inflowPerDay) {
        double left = accounts * addsPerDay - inflowPerDay;
        return left > 0 ? OptionalLong.of(up(backlog / left)) : OptionalLong.empty();
    }

    /// Hours of work for messages sent by hand.
    ///
    /// @param batch recipients of one batch (群发)
    public static double hours(long sends, int batch, double minutesPerBatch) {
        return Math.ceilDiv(sends, batch) * minutesPerBatch / 60;
    }

    /// Customers that an account must hold to pay for the person behind it; with fewer it isn't
    /// worth it.
    ///
    /// @param wageShare what its operator costs a month, for this account
    /// @param marginPerCustomer what a customer brings a month, above 0; the same currency
    public static long breakEven(double wageShare, double marginPerCustomer) {
        return up(wageShare / marginPerCustomer);
    }

    private static long up(double value) {
        return (long) Math.ceil(value - 1e-9);
    }
}
