package cn.siyu.adapter.http.channel;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.channel.AllocationView.Named;
import cn.siyu.application.channel.ContactWayShares;
import cn.siyu.domain.channel.allocation.AchievedShares;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether visitors to a contact way were spread as planned.
///
/// @param since from when on visits count
/// @param visitors how many the rule led to accounts that serve it now
/// @param elsewhere how many it led to accounts that don't any more
/// @param accounts who serves, in order
/// @param square Pearson's χ² of what came and what was planned; null while it says nothing
/// @param p how often chance alone is off by so much, 0 to 1; null while χ² says nothing
/// @param alarm true: more than chance is at work (p below .001)
@Serdeable
@Schema(name = "ContactWayShares", description = "How a contact way's visitors were spread (分流占比)")
record ContactWaySharesResource(
        @Schema(example = "2026-10-24T09:40:00.000Z") Instant since,
        @Schema(example = "200", minimum = "0") long visitors,
        @Schema(example = "0", minimum = "0") long elsewhere,
        @ArraySchema(maxItems = 100) List<Share> accounts,

        @Nullable @Schema(example = "3.0", minimum = "0") Double square,

        @Nullable @Schema(example = "0.2231", minimum = "0", maximum = "1")
        Double p,

        @Schema(example = "false") boolean alarm) {
    /// What one account was to get, and got.
    ///
    /// @param account the account
    /// @param name how customers see it
    /// @param visitors how many it got
    /// @param planned its share by the weights of now, 0 to 1; null where the rule plans none
    ///     (LEAST_LOADED)
    /// @param achieved its share of all who came, 0 to 1; 0 while nobody came
    @Serdeable
    @Schema(name = "ContactWayShare", description = "What one account was to get, and got")
    record Share(
            @Schema(example = "acc_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
            String account,

            @Schema(example = "小店员", maxLength = 100) String name,
            @Schema(example = "110", minimum = "0") long visitors,

            @Nullable @Schema(example = "0.5", minimum = "0", maximum = "1")
            Double planned,

            @Schema(example = "0.55", minimum = "0", maximum = "1")
            double achieved) {}

    static ContactWaySharesResource of(ContactWayShares found) {
        AchievedShares<Named> shares = found.shares();
        return new ContactWaySharesResource(
                found.since(),
                shares.visitors(),
                found.elsewhere(),
                shares.shares().stream()
                        .map(share -> new Share(
                                IdType.CHANNEL_ACCOUNT.format(share.account().account()),
                                share.account().name(),
                                share.visitors(),
                                found.planned() ? share.planned() : null,
                                share.achieved()))
                        .toList(),
                found.planned() ? shares.square() : null,
                found.planned() ? shares.p() : null,
                found.planned() && shares.alarm());
    }
}
