package cn.siyu.domain.continuity.pool;

import cn.siyu.domain.brand.StaffId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether somebody may claim a customer of the pool (领取规则). What head office assigns is bound
/// by none of it.
public final class ClaimRules {
    private ClaimRules() {}

    /// What is known of who wants to claim.
    ///
    /// @param departmentMay whether the policy lets staff of that department claim
    /// @param held how many claims the person holds
    /// @param today how many it made today
    /// @param dayEnds when the brand's day ends
    /// @param letGoAt when the person let this customer go last; null if never
    public record Claimer(
            StaffId staff,
            boolean departmentMay,
            int held,
            int today,
            Instant dayEnds,
            @Nullable Instant letGoAt) {}

    /// Why somebody may not.
    ///
    /// @param limit the limit that is reached; null unless it is one
    /// @param until when it may be tried again; null if waiting doesn't help
    public record Refusal(
            Code code, @Nullable Integer limit, @Nullable Instant until) {}

    /// Which rule refuses.
    public enum Code {
        /// Staff of this department may not claim.
        DEPARTMENT_MAY_NOT,
        /// The customer is kept for who served it last (保护期).
        KEPT_FOR_FORMER_OWNER,
        /// The customer is kept from who served it last (保护期).
        KEPT_FROM_FORMER_OWNER,
        /// They let this customer go a short while ago (冷却期).
        COOLING_DOWN,
        /// They hold as many as they may.
        HOLDS_ENOUGH,
        /// They claimed as many today as they may.
        CLAIMED_ENOUGH_TODAY
    }

    /// Why not; empty if they may.
    public static Optional<Refusal> refusal(PoolPolicy.Claim rule, PoolEntry entry, Claimer who, Instant now) {
        if (!who.departmentMay()) {
            return refused(Code.DEPARTMENT_MAY_NOT, null, null);
        }
        Instant kept = entry.enteredAt().plus(rule.protection().lasts());
        boolean former = entry.formerStaff().equals(who.staff());
        if (kept.isAfter(now)) {
            switch (rule.protection().who()) {
                case FORMER_OWNER_ONLY -> {
                    if (!former) {
                        return refused(Code.KEPT_FOR_FORMER_OWNER, null, kept);
                    }
                }
                case OTHERS_ONLY -> {
                    if (former) {
                        return refused(Code.KEPT_FROM_FORMER_OWNER, null, kept);
                    }
                }
                case ANYBODY -> {}
            }
        }
        var letGo = who.letGoAt();
        if (letGo != null && letGo.plus(rule.coolDown()).isAfter(now)) {
            return refused(Code.COOLING_DOWN, null, letGo.plus(rule.coolDown()));
        }
        if (who.held() >= rule.heldAtOnce()) {
            return refused(Code.HOLDS_ENOUGH, rule.heldAtOnce(), null);
        }
        return who.today() >= rule.perDay()
                ? refused(Code.CLAIMED_ENOUGH_TODAY, rule.perDay(), who.dayEnds())
                : Optional.empty();
    }

    private static Optional<Refusal> refused(Code code, @Nullable Integer limit, @Nullable Instant until) {
        return Optional.of(new Refusal(code, limit, until));
    }
}
