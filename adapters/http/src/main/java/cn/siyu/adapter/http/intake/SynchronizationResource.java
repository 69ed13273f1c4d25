package cn.siyu.adapter.http.intake;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.intake.ReadSynchronizations;
import cn.siyu.application.intake.Synchronization;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A comparison of all contacts of a connection with what is known here (同步).
///
/// @param id what it is called here
/// @param connection the connection whose accounts it reads
/// @param kind what it is for
/// @param state how far it is
/// @param startedBy the API key that asked for it; null if it was due by itself
/// @param accountsTotal accounts that it reads
/// @param accountsDone accounts that were read to the end
/// @param accountsFailed accounts that could not be read
/// @param membersWithoutAccount members on the channel who may have customers, but have no account
///     here; null while nobody has looked
/// @param relationshipsSeen relationships that the channel listed
/// @param relationshipsAdded relationships that were not known
/// @param relationshipsChanged known relationships that were other than on the channel
/// @param relationshipsEnded relationships that the channel no longer lists
/// @param problem why it did not succeed as a whole; null if it did, or runs
/// @param firstProblems the first accounts that could not be read, at most 20; null in a list
/// @param startedAt when it began
/// @param finishedAt when it ended; null while it runs
@Serdeable
@Schema(
        name = "Synchronization",
        description = "A comparison of all contacts of a connection with what is known here (同步)")
record SynchronizationResource(
        @Schema(example = "syn_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        @Schema(example = "main", maxLength = 60) String connection,

        @Schema(example = "INITIAL") Synchronization.Kind kind,

        @Schema(example = "RUNNING") Synchronization.State state,

        @Nullable @Schema(example = "key_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String startedBy,

        @Schema(example = "120", minimum = "0") int accountsTotal,

        @Schema(example = "37", minimum = "0") int accountsDone,

        @Schema(example = "1", minimum = "0") int accountsFailed,

        @Nullable @Schema(example = "4", minimum = "0") Integer membersWithoutAccount,

        @Schema(example = "61200", minimum = "0") long relationshipsSeen,

        @Schema(example = "61188", minimum = "0") long relationshipsAdded,

        @Schema(example = "3", minimum = "0") long relationshipsChanged,

        @Schema(example = "2", minimum = "0") long relationshipsEnded,

        @Nullable @Schema(example = "1 accounts could not be read", maxLength = 1000)
        String problem,

        @Nullable @ArraySchema(maxItems = 20) List<SynchronizationAccountResource> firstProblems,

        @Schema(example = "2026-03-01T08:00:00.000Z") Instant startedAt,

        @Nullable @Schema(example = "2026-03-01T08:00:41.512Z")
        Instant finishedAt) {
    static SynchronizationResource of(
            ReadSynchronizations.View view, @Nullable List<SynchronizationAccountResource> firstProblems) {
        var run = view.run();
        var progress = view.progress();
        var key = run.startedBy();
        return new SynchronizationResource(
                IdType.SYNCHRONIZATION.format(run.publicId()),
                run.connection(),
                run.kind(),
                run.state(),
                key == null ? null : IdType.API_KEY.format(key),
                progress.accounts(),
                progress.done(),
                progress.failed(),
                run.unmatched(),
                progress.count().seen(),
                progress.count().added(),
                progress.count().changed(),
                progress.count().ended(),
                run.problem(),
                firstProblems,
                run.startedAt(),
                run.finishedAt());
    }
}
