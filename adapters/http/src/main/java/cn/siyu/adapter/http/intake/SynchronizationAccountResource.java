package cn.siyu.adapter.http.intake;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.intake.ReadSynchronizations;
import cn.siyu.application.intake.SynchronizationPart;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One account's part of a synchronisation.
///
/// @param account the account
/// @param address what the channel calls it
/// @param state how far it is
/// @param relationshipsSeen relationships that the channel listed; some count again after a list
///     had to be begun anew
/// @param relationshipsAdded relationships that were not known
/// @param relationshipsChanged known relationships that were other than on the channel
/// @param relationshipsEnded relationships that the channel no longer lists
/// @param attempts failures in a row
/// @param problem what went wrong last; null if nothing did
/// @param nextAt when it goes on; null if it has ended
@Serdeable
@Schema(name = "SynchronizationAccount", description = "One account's part of a synchronisation")
record SynchronizationAccountResource(
        @Schema(example = "acc_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String account,

        @Schema(example = "zhangxiaodian", maxLength = 64) String address,

        @Schema(example = "SUCCEEDED") SynchronizationPart.State state,

        @Schema(example = "512", minimum = "0") long relationshipsSeen,

        @Schema(example = "510", minimum = "0") long relationshipsAdded,

        @Schema(example = "1", minimum = "0") long relationshipsChanged,

        @Schema(example = "0", minimum = "0") long relationshipsEnded,

        @Schema(example = "0", minimum = "0") int attempts,

        @Nullable @Schema(example = "FORBIDDEN: errcode 48002 (api forbidden)", maxLength = 1000)
        String problem,

        @Nullable @Schema(example = "2026-03-01T08:00:05.000Z")
        Instant nextAt) {
    static SynchronizationAccountResource of(ReadSynchronizations.PartView view) {
        var part = view.part();
        return new SynchronizationAccountResource(
                IdType.CHANNEL_ACCOUNT.format(view.account().publicId()),
                view.account().address(),
                part.state(),
                part.count().seen(),
                part.count().added(),
                part.count().changed(),
                part.count().ended(),
                part.attempts(),
                part.problem(),
                part.dueAt());
    }
}
