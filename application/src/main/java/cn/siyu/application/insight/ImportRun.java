package cn.siyu.application.insight;

import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One import, and how far it is.
///
/// @param source the system the rows came from
/// @param encoding how the file's characters were written, such as `UTF-8`
/// @param read rows read so far
/// @param applied rows that changed something
/// @param repeated rows that were known
/// @param failed rows with at least one mistake; nothing of them was applied
/// @param finishedAt null while it runs
public record ImportRun(
        long id,
        PublicId publicId,
        ImportKind kind,
        String source,
        String encoding,
        State state,
        int read,
        int applied,
        int repeated,
        int failed,
        Instant createdAt,
        @Nullable Instant finishedAt) {
    /// How far it is.
    public enum State {
        RUNNING,
        SUCCEEDED,
        /// Some rows failed.
        PARTLY_SUCCEEDED,
        /// The file could not be read to its end, or no row could be applied, or the process ended
        /// in the middle.
        FAILED
    }

    /// One that begins.
    static ImportRun begun(long id, PublicId publicId, ImportRows.Command command, Instant now) {
        return new ImportRun(
                id,
                publicId,
                command.kind(),
                command.source(),
                command.encoding(),
                State.RUNNING,
                0,
                0,
                0,
                0,
                now,
                null);
    }

    ImportRun with(int moreRead, int moreApplied, int moreRepeated, int moreFailed) {
        return new ImportRun(
                id,
                publicId,
                kind,
                source,
                encoding,
                state,
                read + moreRead,
                applied + moreApplied,
                repeated + moreRepeated,
                failed + moreFailed,
                createdAt,
                finishedAt);
    }

    /// The same at its end.
    public ImportRun finished(State end, Instant at) {
        return new ImportRun(id, publicId, kind, source, encoding, end, read, applied, repeated, failed, createdAt, at);
    }
}
