package cn.siyu.application.insight;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.customer.IdentityTaken;
import cn.siyu.application.insight.port.Imports;
import cn.siyu.domain.brand.BrandId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Takes in rows of a file, 500 at a time, so that memory stays flat whatever the file's size. Each row is applied
/// once,
/// even when the upload is repeated; a row with a mistake is left out as a whole and told with all its mistakes.
public final class ImportRows {
    private static final int CHUNK = 500;

    private final Brands brands;
    private final BrandClock clock;
    private final IdSource ids;
    private final Imports imports;
    private final ImportTargets targets;

    public ImportRows(Brands brands, BrandClock clock, IdSource ids, Imports imports, ImportTargets targets) {
        this.brands = brands;
        this.clock = clock;
        this.ids = ids;
        this.imports = imports;
        this.targets = targets;
    }

    /// What is imported.
    ///
    /// @param corp the scope of external user ids: the corp id of the brand's connection; empty if it has none
    /// @param source the system the rows come from, which with their keys makes them known again
    public record Command(BrandId brand, ImportKind kind, String corp, String source, Iterator<ImportRow> rows) {}

    /// Reads all rows and says how it went. Rows that were applied stay applied, also if reading fails on the way.
    ///
    /// @throws RuntimeException what the iterator throws; the import is then kept as FAILED
    public ImportRun handle(Command command) {
        var brand = command.brand();
        var now = clock.now(brand);
        long id = ids.next();
        var run = new ImportRun(
                id, ids.publicId(id, now), command.kind(), ImportRun.State.RUNNING, 0, 0, 0, 0, now, null);
        imports.add(brand, run);
        boolean read = false;
        try {
            while (command.rows().hasNext()) {
                run = applyChunk(command, run, chunk(command.rows()));
            }
            read = true;
        } finally {
            run = run.finished(read ? end(run) : ImportRun.State.FAILED, clock.now(brand));
            imports.replace(brand, run);
        }
        return run;
    }

    private static ImportRun.State end(ImportRun run) {
        if (run.failed() == 0) {
            return ImportRun.State.SUCCEEDED;
        }
        return run.failed() < run.read() ? ImportRun.State.PARTLY_SUCCEEDED : ImportRun.State.FAILED;
    }

    private static List<ImportRow> chunk(Iterator<ImportRow> rows) {
        var chunk = new ArrayList<ImportRow>(CHUNK);
        while (chunk.size() < CHUNK && rows.hasNext()) {
            chunk.add(rows.next());
        }
        return chunk;
    }

    private ImportRun applyChunk(Command command, ImportRun run, List<ImportRow> rows) {
        var brand = command.brand();
        var zone = brands.find(brand).orElseThrow().zone();
        var readers = rows.stream()
                .map(row -> new RowReader(row, zone, command.corp()))
                .toList();
        var tally = apply(command, readers);
        var mistakes =
                readers.stream().flatMap(reader -> reader.mistakes().stream()).toList();
        imports.add(brand, run.id(), mistakes);
        int failed = (int)
                readers.stream().filter(reader -> !reader.mistakes().isEmpty()).count();
        var after = run.with(rows.size(), tally.applied(), tally.repeated(), failed);
        imports.replace(brand, after);
        return after;
    }

    private ImportTargets.Tally apply(Command command, List<RowReader> readers) {
        try {
            return targets.apply(command.brand(), command.kind(), command.source(), readers);
        } catch (IdentityTaken somebodyElse) {
            return targets.apply(command.brand(), command.kind(), command.source(), readers);
        }
    }
}
