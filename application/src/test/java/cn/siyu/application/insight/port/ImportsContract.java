package cn.siyu.application.insight.port;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.insight.ImportColumn;
import cn.siyu.application.insight.ImportKind;
import cn.siyu.application.insight.ImportRun;
import cn.siyu.application.insight.RowFault;
import cn.siyu.application.insight.RowMistake;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every [Imports] does.
public interface ImportsContract {
    BrandId BRAND = new BrandId(1);
    Instant NOW = Instant.parse("2026-03-01T08:00:00.123Z");

    /// A repository without imports.
    Imports imports();

    @Test
    default void keepsHowFarAnImportIs() {
        var imports = imports();
        var id = PublicId.of(NOW, 1, 1);
        imports.add(BRAND, run(1, ImportRun.State.RUNNING, 0, null));
        var done = run(1, ImportRun.State.PARTLY_SUCCEEDED, 9, NOW);
        imports.replace(BRAND, done);

        assertThat(imports.byPublicId(BRAND, id)).contains(done);
        assertThat(imports.byPublicId(new BrandId(2), id)).isEmpty();
    }

    private static ImportRun run(long id, ImportRun.State state, int read, @Nullable Instant finishedAt) {
        return new ImportRun(
                id,
                PublicId.of(NOW, id, id),
                ImportKind.ORDERS,
                "shop",
                "GB18030",
                state,
                read,
                read,
                0,
                0,
                NOW,
                finishedAt);
    }

    @Test
    default void pagesImportsNewestFirst() {
        var imports = imports();
        for (int id = 1; id <= 3; id++) {
            imports.add(BRAND, run(id, ImportRun.State.SUCCEEDED, 1, NOW));
        }
        imports.add(new BrandId(2), run(9, ImportRun.State.SUCCEEDED, 1, NOW));

        assertThat(imports.newest(BRAND, Long.MAX_VALUE, 2))
                .extracting(ImportRun::id)
                .containsExactly(3L, 2L);
        assertThat(imports.newest(BRAND, 2, 2)).extracting(ImportRun::id).containsExactly(1L);
    }

    @Test
    default void endsOnlyWhatStillRuns() {
        var imports = imports();
        var running = run(1, ImportRun.State.RUNNING, 500, null);
        var done = run(2, ImportRun.State.SUCCEEDED, 1, NOW);
        imports.add(BRAND, running);
        imports.add(BRAND, done);
        imports.add(new BrandId(2), run(3, ImportRun.State.RUNNING, 1, null));
        assertThat(imports.running(BRAND)).containsExactly(running);

        imports.endIfRunning(BRAND, 1, NOW);
        imports.endIfRunning(BRAND, 2, NOW.plusSeconds(1));
        imports.endIfRunning(BRAND, 3, NOW);

        assertThat(imports.newest(BRAND, Long.MAX_VALUE, 9))
                .containsExactly(done, run(1, ImportRun.State.FAILED, 500, NOW));
        assertThat(imports.running(BRAND)).isEmpty();
        assertThat(imports.running(new BrandId(2))).hasSize(1);
    }

    @Test
    default void pagesMistakesByWholeRows() {
        var imports = imports();
        var first = new RowMistake(2, ImportColumn.PAID_AT, RowFault.REQUIRED, "x,\"y\"");
        var second = new RowMistake(2, ImportColumn.PHONE, RowFault.DIGITS_LOST, "x,\"y\"");
        var third = new RowMistake(7, null, RowFault.NO_IDENTITY, "");
        imports.add(BRAND, 1, List.of(first, second, third));
        imports.add(BRAND, 1, List.of(first));

        assertThat(imports.mistakes(BRAND, 1, 0, 1)).containsExactly(first, second);
        assertThat(imports.mistakes(BRAND, 1, 2, 5)).containsExactly(third);
        assertThat(imports.mistakes(BRAND, 2, 0, 5)).isEmpty();
    }
}
