package cn.siyu.domain.contact;

import cn.siyu.domain.channel.policy.QuotaPeriod;
import cn.siyu.domain.channel.policy.QuotaRule;
import java.time.LocalDate;
import java.util.Optional;

/// What is used of a platform's quota.
///
/// @param rule the quota
/// @param period in which it counts
/// @param used how many the period has seen
/// @param limit how many it lets through
public record QuotaUse(QuotaRule rule, QuotaPeriod period, int used, int limit) {
    /// The use of a quota that is spent; empty if another send fits in today.
    ///
    /// @param today in the platform's calendar
    static Optional<QuotaUse> spent(QuotaRule rule, int used, LocalDate today) {
        return rule.periodAround(today)
                .map(period -> new QuotaUse(rule, period, used, rule.limitAround(today)))
                .filter(use -> use.used >= use.limit);
    }
}
