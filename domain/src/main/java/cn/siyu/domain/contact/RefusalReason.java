package cn.siyu.domain.contact;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Why a contact isn't made now (拒绝原因). Each kind carries the numbers it was decided by.
public sealed interface RefusalReason {
    /// What would change it.
    enum Remedy {
        /// Nothing to do: it passes by itself at `earliestAt`.
        TIME,
        /// The customer has to become a contact again.
        NEW_RELATIONSHIP,
        /// The brand has to take the customer off its blacklist.
        LIFTED_BAN,
        /// The customer has to agree.
        CONSENT,
        /// The customer has to opt in again.
        OPT_IN,
        /// The customer has to do something, or a win-back step has to be approved.
        CUSTOMER_ACTS,
        /// Trust has to rise.
        TRUST
    }

    /// The relationship ended (已流失).
    record Lost() implements RefusalReason {}

    /// The brand banned the customer (黑名单).
    record Blacklisted() implements RefusalReason {}

    /// Consent is withdrawn, or was never given and is required.
    record NoConsent(ConsentState consent) implements RefusalReason {}

    /// The customer opted out of the touchpoint (退订).
    record OptedOut(String touchpoint) implements RefusalReason {}

    /// "Not interested" (不感兴趣) silences this staff member's moments for a while.
    record NotInterested(Instant until) implements RefusalReason {}

    /// The customer trusts too little, and is known well enough to say so.
    record LowTrust(double trust, double limit, double confidence, double leastConfidence) implements RefusalReason {}

    /// Too many contacts in a row were ignored: marketing pauses.
    record Paused(int ignoredStreak, int limit) implements RefusalReason {}

    /// The last marketing contact is too fresh.
    record Gap(Duration gap, int ignoredStreak, Instant lastAt, Instant until) implements RefusalReason {}

    /// The platform's quota is spent (平台频次).
    ///
    /// @param scope whose sends it counts
    /// @param until when another one fits, by the platform's calendar
    record PlatformQuota(Scope scope, QuotaUse use, Instant until) implements RefusalReason {
        /// Whose sends a quota counts.
        public enum Scope {
            /// Everybody's of the company to the customer.
            CUSTOMER,
            /// One account's to the customer.
            ACCOUNT_AND_CUSTOMER
        }
    }

    /// The brand's own cap for the month is reached.
    record BrandCap(int used, int perMonth, Instant until) implements RefusalReason {}

    /// It is night for the customer (免打扰): defers, doesn't refuse.
    record Quiet(QuietHours hours, ZoneId zone, Instant until) implements RefusalReason {}

    /// The stable name of the reason.
    default String code() {
        return switch (this) {
            case Lost _ -> "LOST";
            case Blacklisted _ -> "BLACKLISTED";
            case NoConsent _ -> "NO_CONSENT";
            case OptedOut _ -> "OPTED_OUT";
            case NotInterested _ -> "NOT_INTERESTED_UNTIL";
            case LowTrust _ -> "LOW_TRUST";
            case Paused _ -> "PAUSED";
            case Gap _ -> "GAP";
            case PlatformQuota _ -> "PLATFORM_QUOTA";
            case BrandCap _ -> "BRAND_CAP";
            case Quiet _ -> "QUIET_HOURS";
        };
    }

    /// When it passes by itself; empty if it doesn't.
    default Optional<Instant> earliestAt() {
        return switch (this) {
            case Lost _, Blacklisted _, NoConsent _, OptedOut _, LowTrust _, Paused _ -> Optional.empty();
            case NotInterested(Instant until) -> Optional.of(until);
            case Gap gap -> Optional.of(gap.until);
            case PlatformQuota quota -> Optional.of(quota.until);
            case BrandCap cap -> Optional.of(cap.until);
            case Quiet quiet -> Optional.of(quiet.until);
        };
    }

    /// What would change it.
    default Remedy remedy() {
        return switch (this) {
            case Lost _ -> Remedy.NEW_RELATIONSHIP;
            case Blacklisted _ -> Remedy.LIFTED_BAN;
            case NoConsent _ -> Remedy.CONSENT;
            case OptedOut _ -> Remedy.OPT_IN;
            case LowTrust _ -> Remedy.TRUST;
            case Paused _ -> Remedy.CUSTOMER_ACTS;
            case NotInterested _, Gap _, PlatformQuota _, BrandCap _, Quiet _ -> Remedy.TIME;
        };
    }

    /// Whether it ends contact until somebody changes it (硬性停止): what a person already has to
    /// send is taken back too.
    default boolean stops() {
        return switch (this) {
            case Lost _, Blacklisted _, NoConsent _, OptedOut _ -> true;
            case NotInterested _, LowTrust _, Paused _, Gap _, PlatformQuota _, BrandCap _, Quiet _ -> false;
        };
    }

    /// The numbers it was decided by, in a fixed order, as they are kept and shown.
    default Map<String, Object> numbers() {
        Map<String, Object> numbers = new LinkedHashMap<>();
        switch (this) {
            case Lost _, Blacklisted _ -> {}
            case NoConsent(ConsentState consent) -> numbers.put("consent", consent.name());
            case OptedOut(String touchpoint) -> numbers.put("touchpoint", touchpoint);
            case NotInterested(Instant until) -> numbers.put("until", until.toString());
            case LowTrust(double trust, double limit, double confidence, double least) -> {
                numbers.put("trust", trust);
                numbers.put("limit", limit);
                numbers.put("confidence", confidence);
                numbers.put("leastConfidence", least);
            }
            case Paused(int streak, int limit) -> {
                numbers.put("ignoredInARow", streak);
                numbers.put("limit", limit);
            }
            case Gap(Duration gap, int streak, Instant lastAt, Instant until) -> {
                numbers.put("gap", gap.toString());
                numbers.put("ignoredInARow", streak);
                numbers.put("lastContactAt", lastAt.toString());
                numbers.put("until", until.toString());
            }
            case PlatformQuota(PlatformQuota.Scope scope, QuotaUse use, Instant until) -> {
                numbers.put("scope", scope.name());
                numbers.put("rule", use.rule().toString());
                numbers.put("period", use.period().key());
                numbers.put("used", use.used());
                numbers.put("limit", use.limit());
                numbers.put("until", until.toString());
            }
            case BrandCap(int used, int perMonth, Instant until) -> {
                numbers.put("used", used);
                numbers.put("perMonth", perMonth);
                numbers.put("until", until.toString());
            }
            case Quiet(QuietHours hours, ZoneId zone, Instant until) -> {
                numbers.put("from", hours.from().toString());
                numbers.put("to", hours.to().toString());
                numbers.put("zone", zone.getId());
                numbers.put("until", until.toString());
            }
        }
        return numbers;
    }
}
