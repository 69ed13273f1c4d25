package cn.siyu.adapter.http.customer;

import cn.siyu.application.insight.CustomerSummary;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Trust of a customer as it was projected last; `/trust` has it exact at the moment of asking.
///
/// @param value the best live relationship's; null without one
/// @param brand trust in the brand
/// @param social trust in the person, in the best live relationship; null without one
/// @param confidence how much it rests on
/// @param asOf when it was projected
@Serdeable
@Schema(name = "CustomerTrust", description = "Trust as it was projected last (信任)")
record CustomerTrust(
        @Nullable @Schema(example = "54.210937", minimum = "0", maximum = "100")
        Double value,

        @Schema(example = "47.5", minimum = "0", maximum = "100")
        double brand,

        @Nullable @Schema(example = "61.2", minimum = "0", maximum = "100")
        Double social,

        @Schema(example = "0.63", minimum = "0", maximum = "1")
        double confidence,

        @Schema(example = "2026-03-01T08:00:00.000Z") Instant asOf) {
    static CustomerTrust of(CustomerSummary summary) {
        return new CustomerTrust(
                Rounding.shown(summary.trust()),
                Rounding.shown(summary.trustBrand()),
                Rounding.shown(summary.trustSocial()),
                Rounding.shown(summary.confidence()),
                summary.trustAsOf());
    }
}
