package cn.siyu.adapter.http.customer;

import cn.siyu.application.contact.ReadQuotas.Quota;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A cap of the brand or a quota of the platform, in its current period. What is planned counts as
/// used.
///
/// @param name which: BRAND_CAP, PLATFORM_CUSTOMER or PLATFORM_ACCOUNT_AND_CUSTOMER
/// @param rule how many in what period
/// @param used how many are used
/// @param left how many are left
/// @param resetsAt when the period is over; null if it has none
/// @param policyEdition the edition of the policy it comes from
@Serdeable
@Schema(name = "Quota", description = "A cap or quota of a customer in its current period (频次余量)")
record QuotaResource(
        @Schema(example = "BRAND_CAP", maxLength = 60) String name,
        @Schema(example = "PER_MONTH 8", maxLength = 100) String rule,
        @Schema(example = "3", minimum = "0") int used,
        @Schema(example = "5", minimum = "0") int left,

        @Nullable @Schema(example = "2026-03-31T16:00:00.000Z")
        Instant resetsAt,

        @Schema(example = "contact-2026-01", maxLength = 80) String policyEdition) {
    static QuotaResource of(Quota quota) {
        return new QuotaResource(
                quota.name(), quota.rule(), quota.used(), quota.left(), quota.resetsAt(), quota.policy());
    }
}
