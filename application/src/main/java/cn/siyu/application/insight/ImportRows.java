package cn.siyu.application.insight;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.WholeBrand;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.insight.port.Imports;
import cn.siyu.domain.brand.Brand;
import cn.siyu.domain.brand.BrandId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Takes in rows of a file, 500 at a time, each time in one transaction with the count of them, so
/// that memory stays flat whatever the file's size. Each row is applied once, even when the upload
/// is repeated; a row with a mistake is left out as a whole and told with all its mistakes.
public final class ImportRows {
    private static final int CHUNK = 500;

    private final UnitOfWork work;
    private final Brands brands;
    private final BrandClock clock;
    private final IdSource ids;
    private final Imports imports;
    private final ImportTargets targets;
    private final Set<Long> carriedOut = ConcurrentHashMap.newKeySet();

    public ImportRows(
            UnitOfWork work, Brands brands, BrandClock clock, IdSource ids, Imports imports, ImportTargets targets) {
        this.work = work;
        this.brands = brands;
        this.clock = clock;
        this.ids = ids;
        this.imports = imports;
        this.targets = targets;
    }

    /// What is imported.
    ///
    /// @param source the system the rows come from: what their keys and member numbers are unique
    ///     in
    /// @param encoding how the file's characters are written, to be kept with the import
    /// @param corp the scope of external user ids, if it can be known: the corp id of the brand's
    ///     connection
    /// @param alive is told before each 500 rows; what it throws ends the import
    public record Command(
            Caller caller,
            ImportKind kind,
            String source,
            String encoding,
            Optional<String> corp,
            Iterator<ImportRow> rows,
            Runnable alive) {
        BrandId brand() {
            return caller.brand();
        }
    }

    /// Reads all rows and says how it went. Rows that were applied stay applied, also if reading
    /// fails on the way.
    ///
    /// @throws RuntimeException what the iterator or `alive` throws; the import is then kept as
    ///     FAILED
    public ImportRun handle(Command command) {
        WholeBrand.require(command.caller());
        var brand = brands.find(command.brand()).orElseThrow();
        endBrokenOff(brand.id());
        long id = ids.next();
        carriedOut.add(id);
        try {
            return carryOut(brand, id, command);
        } finally {
            carriedOut.remove(id);
        }
    }

    /// Ends what a process that died left as RUNNING: it becomes FAILED. What it applied stays, and
    /// is recognised when the file is sent again. To be called when the process starts.
    public void endBrokenOff(BrandId brand) {
        // first what is stored, then what this process knows: an import that begins in between is in both
        var broken = imports.running(brand).stream()
                .filter(run -> !carriedOut.contains(run.id()))
                .toList();
        broken.forEach(run -> work.run(() -> imports.endIfRunning(brand, run.id(), clock.now(brand))));
    }

    private ImportRun carryOut(Brand brand, long id, Command command) {
        var now = clock.now(brand.id());
        var run = ImportRun.begun(id, ids.publicId(id, now), command, now);
        imports.add(brand.id(), run);
        boolean read = false;
        try {
            while (command.rows().hasNext()) {
                command.alive().run();
                run = take(brand, command, run, chunk(command.rows()));
            }
            read = true;
        } finally {
            run = run.finished(read ? end(run) : ImportRun.State.FAILED, clock.now(brand.id()));
            imports.replace(brand.id(), run);
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

    private ImportRun take(Brand brand, Command command, ImportRun run, List<ImportRow> rows) {
        return Repeatedly.inTransaction(work, () -> {
            var readers = rows.stream()
                    .map(row -> new RowReader(row, brand, command.source(), command.corp()))
                    .toList();
            var tally = targets.apply(brand, command.kind(), command.source(), readers);
            var mistakes = readers.stream()
                    .flatMap(reader -> reader.mistakes().stream())
                    .toList();
            imports.add(brand.id(), run.id(), mistakes);
            int failed = (int) readers.stream()
                    .filter(reader -> !reader.mistakes().isEmpty())
                    .count();
            var after = run.with(rows.size(), tally.applied(), tally.repeated(), failed);
            imports.replace(brand.id(), after);
            return after;
        });
    }
}
