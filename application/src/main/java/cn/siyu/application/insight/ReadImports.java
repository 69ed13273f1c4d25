package cn.siyu.application.insight;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.insight.port.Imports;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import java.util.Optional;

/// Shows imports and the rows that failed. A file may hold customers of any department, so only who
/// sees the whole brand sees them.
public final class ReadImports {
    private final Imports imports;

    public ReadImports(Imports imports) {
        this.imports = imports;
    }

    /// Imports begun before another, newest first.
    ///
    /// @param before the number of the last one of the page before; `Long.MAX_VALUE` for the first
    ///     page
    public List<ImportRun> newest(Caller caller, long before, int atMost) {
        return seesAll(caller) ? imports.newest(caller.brand(), before, atMost) : List.of();
    }

    /// One import; empty if there is none that the caller sees.
    public Optional<ImportRun> one(Caller caller, PublicId id) {
        return seesAll(caller) ? imports.byPublicId(caller.brand(), id) : Optional.empty();
    }

    /// The mistakes of an import behind a row, by row; empty if there is no import that the caller
    /// sees.
    ///
    /// @param afterRow 0 for the first page
    public Optional<List<RowMistake>> mistakes(Caller caller, PublicId id, int afterRow, int atMostRows) {
        return one(caller, id).map(run -> imports.mistakes(caller.brand(), run.id(), afterRow, atMostRows));
    }

    /// The first mistakes of an import that was just made, whoever made it, or of one that was
    /// found here.
    public List<RowMistake> mistakesOf(BrandId brand, ImportRun run, int atMostRows) {
        return imports.mistakes(brand, run.id(), 0, atMostRows);
    }

    private static boolean seesAll(Caller caller) {
        return caller.sees() instanceof DataScope.WholeBrand;
    }
}
