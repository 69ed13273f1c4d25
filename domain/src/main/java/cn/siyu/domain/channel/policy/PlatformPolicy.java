package cn.siyu.domain.channel.policy;

import cn.siyu.domain.channel.policy.PolicyProblem.Code;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// What a channel's platform allows (平台规则).
///
/// @param zone in which the platform counts days and months
/// @param customers how many customers an account holds
/// @param massMessages one-to-one mass messages (群发): sent by the platform's own means, confirmed
///     by staff
/// @param welcomeWindow how long after being added a welcome message (欢迎语) can be sent; zero:
///     the channel has none
/// @param notInterested how long the first, second, … "not interested" (不感兴趣) silences a staff
///     member's moments; the last holds for all further ones
/// @param moments how many posts to moments (朋友圈) a customer is shown
/// @param groups sizes of customer groups (客户群)
/// @param transfers giving customers and groups to a colleague (继承); [Transfers#NONE] where the
///     platform hands nobody over
public record PlatformPolicy(
        ZoneId zone,
        Customers customers,
        MassMessages massMessages,
        Duration welcomeWindow,
        List<Period> notInterested,
        Moments moments,
        Groups groups,
        Transfers transfers) {
    private static final int MANY = 10_000_000;

    /// How many customers an account holds.
    ///
    /// @param perAccount the most one account can ever hold
    /// @param perAccountAtStart how many it holds before the platform raised its limit
    public record Customers(int perAccount, int perAccountAtStart) {}

    /// One-to-one mass messages (群发).
    ///
    /// @param perCustomer how many a customer can receive, whoever of the company sends them
    /// @param choices what the company may switch `perCustomer` to
    /// @param perAccountAndCustomer how many one account can send to one customer
    /// @param recipientsPerCall how many customers fit into one call or batch
    /// @param attachments how many attachments a message can carry
    /// @param reminders how often staff can be reminded of an unconfirmed message inside
    ///     `reminderWindow`
    public record MassMessages(
            QuotaRule perCustomer,
            List<QuotaRule> choices,
            QuotaRule perAccountAndCustomer,
            int recipientsPerCall,
            int attachments,
            int reminders,
            Duration reminderWindow) {
        public MassMessages {
            choices = List.copyOf(choices);
        }
    }

    /// Posts to moments (朋友圈) that a customer is shown.
    ///
    /// @param perAccount posts of one staff member
    /// @param perCompany posts of the company
    public record Moments(QuotaRule perAccount, QuotaRule perCompany) {}

    /// Customer groups (客户群).
    ///
    /// @param codeMovesOnAt how many members a group has when its code (群活码) leads to the next
    ///     one
    /// @param members the most a group holds
    public record Groups(int codeMovesOnAt, int members) {}

    /// Giving customers and groups to a colleague (继承).
    ///
    /// @param customersPerCall how many customers fit into one call; 0: the platform hands nobody
    ///     over
    /// @param perCustomer how often a customer or group changes hands on the job (在职) in so many
    ///     days
    /// @param days calendar days over which that is counted, the day of the count included
    /// @param takenAfter when a customer who says nothing is taken over
    /// @param groupsPerCall how many groups fit into one call
    /// @param groupsPerDay how many groups of one owner change hands on a day
    public record Transfers(
            int customersPerCall, int perCustomer, int days, Duration takenAfter, int groupsPerCall, int groupsPerDay) {
        /// A platform that hands nobody over.
        public static final Transfers NONE = new Transfers(0, 0, 1, Duration.ZERO, 0, 0);

        /// Whether the platform hands anybody over.
        public boolean possible() {
            return customersPerCall > 0;
        }
    }

    public PlatformPolicy {
        notInterested = List.copyOf(notInterested);
    }

    /// Until when the n-th "not interested" silences a staff member's moments, counted in the
    /// platform's zone.
    ///
    /// @param times how often the customer has said so by now, 1 or more
    /// @param lastAt when the customer said so last
    public Instant silencedUntil(int times, Instant lastAt) {
        if (times < 1 || notInterested.isEmpty()) {
            return lastAt;
        }
        Period silence = notInterested.get(Math.min(times, notInterested.size()) - 1);
        return lastAt.atZone(zone).plus(silence).toInstant();
    }

    /// Reads the values of a PLATFORM edition.
    public static PlatformPolicy from(PolicyReader in) {
        return new PlatformPolicy(
                in.zone("zone"),
                in.object("customers", PlatformPolicy::customers),
                in.object("massMessages", PlatformPolicy::massMessages),
                in.duration("welcomeWindow", Duration.ZERO, Duration.ofDays(1)),
                in.periods("notInterested"),
                in.object("moments", moments -> new Moments(moments.quota("perAccount"), moments.quota("perCompany"))),
                in.object("groups", PlatformPolicy::groups),
                in.has("transfers") ? in.object("transfers", PlatformPolicy::transfers) : Transfers.NONE);
    }

    private static Transfers transfers(PolicyReader in) {
        return new Transfers(
                in.integer("customersPerCall", 1, MANY),
                in.integer("perCustomer", 1, MANY),
                in.integer("days", 1, 3660),
                in.duration("takenAfter", Duration.ZERO, Duration.ofDays(31)),
                in.integer("groupsPerCall", 1, MANY),
                in.integer("groupsPerDay", 1, MANY));
    }

    private static Customers customers(PolicyReader in) {
        var customers = new Customers(in.integer("perAccount", 1, MANY), in.integer("perAccountAtStart", 1, MANY));
        in.check(
                customers.perAccountAtStart <= customers.perAccount,
                "perAccountAtStart",
                "an account can't start with more customers than it can ever hold");
        return customers;
    }

    private static MassMessages massMessages(PolicyReader in) {
        var messages = new MassMessages(
                in.quota("perCustomer"),
                in.quotas("choices"),
                in.quota("perAccountAndCustomer"),
                in.integer("recipientsPerCall", 1, MANY),
                in.integer("attachments", 0, 100),
                in.integer("reminders", 0, 100),
                in.duration("reminderWindow", Duration.ofHours(1), Duration.ofDays(31)));
        in.check(
                messages.choices.contains(messages.perCustomer),
                "perCustomer",
                "must be one of the platform's choices " + messages.choices + ", is " + messages.perCustomer);
        return messages;
    }

    private static Groups groups(PolicyReader in) {
        var groups = new Groups(in.integer("codeMovesOnAt", 1, MANY), in.integer("members", 1, MANY));
        in.check(groups.codeMovesOnAt <= groups.members, "codeMovesOnAt", "a code can't fill a group beyond its size");
        return groups;
    }

    /// Where this policy promises more than the platform gives.
    List<PolicyProblem> laxerThan(PlatformPolicy platform) {
        List<PolicyProblem> laxer = new ArrayList<>();
        requireSame("/zone", zone, platform.zone, laxer);
        requireSame("/massMessages/choices", massMessages.choices, platform.massMessages.choices, laxer);
        requireSame("/moments", moments, platform.moments, laxer);
        requireSame("/notInterested", notInterested, platform.notInterested, laxer);
        requireSame(
                "/massMessages/perAccountAndCustomer",
                massMessages.perAccountAndCustomer,
                platform.massMessages.perAccountAndCustomer,
                laxer);
        requireAtMost("/customers/perAccount", customers.perAccount, platform.customers.perAccount, laxer);
        requireAtMost(
                "/massMessages/recipientsPerCall",
                massMessages.recipientsPerCall,
                platform.massMessages.recipientsPerCall,
                laxer);
        requireAtMost("/massMessages/attachments", massMessages.attachments, platform.massMessages.attachments, laxer);
        requireAtMost("/massMessages/reminders", massMessages.reminders, platform.massMessages.reminders, laxer);
        requireAtMost("/welcomeWindow", welcomeWindow, platform.welcomeWindow, laxer);
        requireAtMost("/groups/members", groups.members, platform.groups.members, laxer);
        requireAtMost(
                "/massMessages/reminderWindow",
                platform.massMessages.reminderWindow,
                massMessages.reminderWindow,
                laxer);
        requireNoLaxer(transfers, platform.transfers, laxer);
        return laxer;
    }

    private static void requireNoLaxer(Transfers own, Transfers platform, List<PolicyProblem> laxer) {
        requireAtMost("/transfers/customersPerCall", own.customersPerCall, platform.customersPerCall, laxer);
        requireAtMost("/transfers/perCustomer", own.perCustomer, platform.perCustomer, laxer);
        requireAtMost("/transfers/days", platform.days, own.days, laxer);
        requireSame("/transfers/takenAfter", own.takenAfter, platform.takenAfter, laxer);
        requireAtMost("/transfers/groupsPerCall", own.groupsPerCall, platform.groupsPerCall, laxer);
        requireAtMost("/transfers/groupsPerDay", own.groupsPerDay, platform.groupsPerDay, laxer);
    }

    private static void requireSame(String pointer, Object own, Object platform, List<PolicyProblem> into) {
        if (!own.equals(platform)) {
            into.add(new PolicyProblem(
                    pointer, Code.LAXER_THAN_PLATFORM, "is the platform's to set: " + platform + ", not " + own));
        }
    }

    private static <C extends Comparable<C>> void requireAtMost(
            String pointer, C lower, C upper, List<PolicyProblem> into) {
        if (lower.compareTo(upper) > 0) {
            into.add(new PolicyProblem(
                    pointer,
                    Code.LAXER_THAN_PLATFORM,
                    "goes beyond what the platform allows: " + lower + " > " + upper));
        }
    }
}
