package cn.siyu.domain.continuity.pool;

import cn.siyu.domain.channel.policy.PolicyReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Who falls into the pool of customers that nobody serves, and who may claim them (公海规则);
/// practice's numbers, so a brand may set its own.
///
/// @param falls per reason, when a customer falls in
public record PoolPolicy(Map<PoolReason, Fall> falls, Claim claim) {
    private static final Duration YEARS = Duration.ofDays(3_650);
    private static final int MANY = 1_000_000;

    public PoolPolicy {
        falls = Map.copyOf(falls);
    }

    /// Whether a reason counts, and how long it must have held.
    public record Fall(boolean counts, Duration after) {}

    /// Who may claim.
    ///
    /// @param openTo who sees what is in the pool
    /// @param departments the brand's own keys (externalId) of departments whose staff may claim,
    ///     with all below them; empty: all
    /// @param heldAtOnce how many claims one person holds at most
    /// @param perDay how many one person makes a day at most, in the brand's zone
    /// @param protection who alone may claim a customer in its first days in the pool
    /// @param coolDown how long whoever let a customer go may not claim it again
    /// @param unworkedFor after how long without any work a claim is taken away
    public record Claim(
            OpenTo openTo,
            List<String> departments,
            int heldAtOnce,
            int perDay,
            Protection protection,
            Duration coolDown,
            Duration unworkedFor) {
        public Claim {
            departments = List.copyOf(departments);
        }
    }

    /// Who sees, and so may claim, what is in the pool.
    public enum OpenTo {
        /// Every department of the brand.
        BRAND,
        /// Only those who see the department that served the customer last.
        FORMER_DEPARTMENT
    }

    /// Who alone may claim a customer at first.
    ///
    /// @param lasts how long, from when the customer fell in
    public record Protection(Who who, Duration lasts) {
        /// Who may claim meanwhile.
        public enum Who {
            ANYBODY,
            /// Only who served the customer last.
            FORMER_OWNER_ONLY,
            /// Anybody but who served the customer last.
            OTHERS_ONLY
        }
    }

    /// When a customer falls in for a reason.
    public Fall fall(PoolReason reason) {
        return falls.getOrDefault(reason, new Fall(false, Duration.ZERO));
    }

    /// Reads the values of a CUSTOMER_POOL edition.
    public static PoolPolicy from(PolicyReader in) {
        return new PoolPolicy(in.object("falls", PoolPolicy::falls), in.object("claim", PoolPolicy::claim));
    }

    private static Map<PoolReason, Fall> falls(PolicyReader in) {
        return Map.of(
                PoolReason.LOST, in.object("lost", PoolPolicy::fall),
                PoolReason.ACCOUNT_LOST, in.object("accountLost", PoolPolicy::fall),
                PoolReason.NOT_TAKEN_OVER, in.object("notTakenOver", PoolPolicy::fall),
                PoolReason.UNATTENDED, in.object("unattended", PoolPolicy::fall));
    }

    private static Fall fall(PolicyReader in) {
        return new Fall(in.flag("counts"), in.duration("after", Duration.ZERO, YEARS));
    }

    private static Claim claim(PolicyReader in) {
        return new Claim(
                in.oneOf("openTo", OpenTo.class),
                in.texts("departments"),
                in.integer("heldAtOnce", 1, MANY),
                in.integer("perDay", 1, MANY),
                in.object("protection", PoolPolicy::protection),
                in.duration("coolDown", Duration.ZERO, YEARS),
                in.duration("unworkedFor", Duration.ofHours(1), YEARS));
    }

    private static Protection protection(PolicyReader in) {
        return new Protection(in.oneOf("who", Protection.Who.class), in.duration("lasts", Duration.ZERO, YEARS));
    }
}
