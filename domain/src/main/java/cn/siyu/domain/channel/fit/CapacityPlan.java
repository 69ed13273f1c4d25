package cn.siyu.domain.channel.fit;

import java.util.OptionalLong;

/// How many accounts and people a private domain needs (容量规划). All counts are rounded up: half an account serves
/// nobody.
public final class CapacityPlan {
    /// Accounts that one operator works well (一人三号), and at most (一人五号).
    public static final int COMFORTABLE_ACCOUNTS = 3;

    public static final int MOST_ACCOUNTS = 5;

    /// Customers that one member serves on WeCom.
    public static final int CUSTOMERS_OF_A_MEMBER = 10_000;

    /// Recipients of one batch by hand.
    public static final int BATCH = 200;

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

    /// Operators who work these accounts well.
    public static long operatorsComfortable(long accounts) {
        return Math.ceilDiv(accounts, COMFORTABLE_ACCOUNTS);
    }

    /// Operators who can work these accounts at all.
    public static long operatorsLeast(long accounts) {
        return Math.ceilDiv(accounts, MOST_ACCOUNTS);
    }

    /// How full operators are; it is told, and refused by nobody.
    public enum Load {
        COMFORTABLE,
        FULL,
        OVER_COMFORT
    }

    /// How full so many operators are with so many accounts.
    ///
    /// @param operators at least 1
    public static Load load(long accounts, long operators) {
        if (accounts <= operators * COMFORTABLE_ACCOUNTS) {
            return Load.COMFORTABLE;
        }
        return accounts <= operators * MOST_ACCOUNTS ? Load.FULL : Load.OVER_COMFORT;
    }

    /// Members on WeCom, at least.
    public static long members(long customers) {
        return Math.ceilDiv(customers, CUSTOMERS_OF_A_MEMBER);
    }

    /// Days until people who wait are worked off while others come; empty: never.
    public static OptionalLong backlogDays(long backlog, long accounts, double addsPerDay, double inflowPerDay) {
        double left = accounts * addsPerDay - inflowPerDay;
        return left > 0 ? OptionalLong.of(up(backlog / left)) : OptionalLong.empty();
    }

    /// Hours of work for messages sent by hand.
    public static double hours(long sends, double minutesPerBatch) {
        return Math.ceilDiv(sends, BATCH) * minutesPerBatch / 60;
    }

    /// Customers that an account must hold to pay for the person behind it; with fewer it isn't worth it.
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
