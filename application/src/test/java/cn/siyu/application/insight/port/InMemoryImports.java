package cn.siyu.application.insight.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.insight.ImportRun;
import cn.siyu.application.insight.RowMistake;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Imports in memory.
public final class InMemoryImports implements Imports {
    private final InMemoryStore.Table<Long, Row> runs;
    private final InMemoryStore.Table<String, Told> mistakes;

    private record Row(BrandId brand, ImportRun run) {}

    private record Told(BrandId brand, long run, RowMistake mistake) {}

    public InMemoryImports(InMemoryStore store) {
        this.runs = store.table();
        this.mistakes = store.table();
    }

    @Override
    public void add(BrandId brand, ImportRun run) {
        runs.rows().put(run.id(), new Row(brand, run));
    }

    @Override
    public void replace(BrandId brand, ImportRun run) {
        runs.rows().put(run.id(), new Row(brand, run));
    }

    @Override
    public List<ImportRun> running(BrandId brand) {
        return newest(brand, Long.MAX_VALUE, Integer.MAX_VALUE).stream()
                .filter(run -> run.state() == ImportRun.State.RUNNING)
                .toList();
    }

    @Override
    public void endIfRunning(BrandId brand, long run, Instant at) {
        running(brand).stream()
                .filter(one -> one.id() == run)
                .forEach(one -> replace(brand, one.finished(ImportRun.State.FAILED, at)));
    }

    @Override
    public Optional<ImportRun> byPublicId(BrandId brand, PublicId id) {
        return runs.rows().values().stream()
                .filter(row -> row.brand().equals(brand))
                .map(Row::run)
                .filter(run -> run.publicId().equals(id))
                .findFirst();
    }

    @Override
    public List<ImportRun> newest(BrandId brand, long before, int atMost) {
        return runs.rows().values().stream()
                .filter(row -> row.brand().equals(brand))
                .map(Row::run)
                .filter(run -> run.id() < before)
                .sorted(Comparator.comparingLong(ImportRun::id).reversed())
                .limit(atMost)
                .toList();
    }

    @Override
    public void add(BrandId brand, long run, List<RowMistake> news) {
        for (RowMistake one : news) {
            mistakes.rows().putIfAbsent(run + "/" + one.row() + "/" + column(one), new Told(brand, run, one));
        }
    }

    @Override
    public List<RowMistake> mistakes(BrandId brand, long run, int afterRow, int atMostRows) {
        var behind = mistakes.rows().values().stream()
                .filter(told -> told.brand().equals(brand) && told.run() == run)
                .map(Told::mistake)
                .filter(one -> one.row() > afterRow)
                .sorted(Comparator.comparingInt(RowMistake::row).thenComparing(InMemoryImports::column))
                .toList();
        var rows = behind.stream()
                .map(RowMistake::row)
                .distinct()
                .limit(atMostRows)
                .toList();
        return behind.stream().filter(one -> rows.contains(one.row())).toList();
    }

    private static String column(RowMistake mistake) {
        var column = mistake.column();
        return column == null ? "" : column.name();
    }
}
