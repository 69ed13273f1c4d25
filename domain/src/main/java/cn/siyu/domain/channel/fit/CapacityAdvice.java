package cn.siyu.domain.channel.fit;

import cn.siyu.domain.channel.fit.CapacityPlan.Load;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a private domain of a planned size takes (容量与成本).
///
/// @param scale what is needed on the channel that takes the inflow; null if it isn't used
/// @param personal what is needed of accounts that people work by hand; null if none are used
/// @param peopleLeast people who can do it at all
/// @param possible what the people who are there can do instead; null if they are enough, nobody
///     said how many there are, or they are too few for anything
public record CapacityAdvice(
        @Nullable Scale scale,
        @Nullable Personal personal,
        long peopleLeast,
        Set<Warning> warnings,
        @Nullable Possible possible) {
    public CapacityAdvice {
        warnings = Set.copyOf(warnings);
    }

    /// What is wrong with a plan; it is told, and refused by nobody.
    public enum Warning {
        /// The accounts there are hold fewer customers, or add fewer a day, than come.
        TOO_FEW_ACCOUNTS,
        /// Nobody can work it with the people there are.
        TOO_FEW_PEOPLE,
        /// Operators have more accounts than they can work well (一人五号以上).
        OVER_COMFORT,
        /// A personal account holds too few customers to pay for the person behind it (不保本).
        NOT_PAYING,
        /// Those who wait to be added become more, not fewer.
        BACKLOG_GROWS
    }

    /// The channel that takes the inflow.
    ///
    /// @param accountsNeeded for so many customers and so many who come
    /// @param accounts those there are; without any, those that are needed
    /// @param members staff, at least
    /// @param backlogDays until those who wait are added; null: never
    public record Scale(
            long customers,
            long accountsNeeded,
            long accounts,
            long members,
            @Nullable Long backlogDays) {}

    /// Accounts that people work by hand.
    ///
    /// @param accountsNeeded for so many customers and so many who come
    /// @param accounts those there are; without any, those that are needed
    /// @param load how busy the people are who are left for them; null if nobody said how many
    ///     there are
    /// @param hours of work a month for messages by hand
    /// @param backlogDays until those who wait are added; null: never
    /// @param breakEven customers at which one account pays for its share of a wage; null if nobody
    ///     said what it costs
    public record Personal(
            long customers,
            long accountsNeeded,
            long accounts,
            long operatorsComfortable,
            long operatorsLeast,
            @Nullable Load load,
            double hours,
            @Nullable Long backlogDays,
            @Nullable Long breakEven) {}

    /// Both kinds of account, as far as the people go.
    ///
    /// @param customers on personal accounts
    /// @param members who serve the rest
    public record Possible(Operation operation, long customers, long accounts, long operators, long members) {}
}
