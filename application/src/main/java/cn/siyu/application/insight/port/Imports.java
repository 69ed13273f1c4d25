package cn.siyu.application.insight.port;

import cn.siyu.application.insight.ImportRun;
import cn.siyu.application.insight.RowMistake;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Imports and the mistakes in their rows.
public interface Imports {
    /// Adds an import.
    void add(BrandId brand, ImportRun run);

    /// Keeps how far an import is.
    void replace(BrandId brand, ImportRun run);

    /// Imports that are RUNNING.
    List<ImportRun> running(BrandId brand);

    /// Makes an import FAILED if it still is RUNNING.
    void endIfRunning(BrandId brand, long run, Instant at);

    /// The import with a public id, or empty.
    Optional<ImportRun> byPublicId(BrandId brand, PublicId id);

    /// Imports begun before another, newest first.
    ///
    /// @param before the number of the last one of the page before; `Long.MAX_VALUE` for the first
    ///     page
    List<ImportRun> newest(BrandId brand, long before, int atMost);

    /// Adds mistakes of an import; one per row and column is kept.
    void add(BrandId brand, long run, List<RowMistake> mistakes);

    /// The mistakes of an import behind a row, by row.
    ///
    /// @param afterRow 0 for the first page
    List<RowMistake> mistakes(BrandId brand, long run, int afterRow, int atMostRows);
}
