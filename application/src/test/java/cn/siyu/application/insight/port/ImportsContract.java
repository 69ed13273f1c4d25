package cn.siyu.application.insight.port;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.insight.ImportKind;
import cn.siyu.application.insight.ImportRun;
import cn.siyu.application.insight.RowMistake;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.List;
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
        imports.add(BRAND, new ImportRun(1, id, ImportKind.ORDERS, ImportRun.State.RUNNING, 0, 0, 0, 0, NOW, null));
        var done = new ImportRun(1, id, ImportKind.ORDERS, ImportRun.State.PARTLY_SUCCEEDED, 9, 5, 3, 1, NOW, NOW);
        imports.replace(BRAND, done);

        assertThat(imports.byPublicId(BRAND, id)).contains(done);
        assertThat(imports.byPublicId(new BrandId(2), id)).isEmpty();
    }

    @Test
    default void pagesMistakesByWholeRows() {
        var imports = imports();
        var first = new RowMistake(2, "a", "required", "must be there", "x,\"y\"");
        var second = new RowMistake(2, "b", "required", "must be there", "x,\"y\"");
        var third = new RowMistake(7, "", "no-identity", "nobody", "");
        imports.add(BRAND, 1, List.of(first, second, third));
        imports.add(BRAND, 1, List.of(first));

        assertThat(imports.mistakes(BRAND, 1, 0, 1)).containsExactly(first, second);
        assertThat(imports.mistakes(BRAND, 1, 2, 5)).containsExactly(third);
        assertThat(imports.mistakes(BRAND, 2, 0, 5)).isEmpty();
    }
}
