package cn.siyu.application.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.WholeBrand;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.brand.StaffId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A run from its first row to its last, whatever cuts it off.
class ImportRowsTest extends ImportedRows {
    @Test
    void isForCallersWhoSeeTheWholeBrand() {
        var store = caller(new DataScope.Own(new StaffId(6)));

        assertThatThrownBy(() -> importing.handle(new ImportRows.Command(
                        store,
                        ImportKind.CUSTOMERS,
                        "csv",
                        "UTF-8",
                        Optional.of("corp"),
                        List.<ImportRow>of().iterator(),
                        ImportedRows::nothing)))
                .isInstanceOf(WholeBrand.PartOnly.class);
    }

    @Test
    void importsCustomersOnceAndFindsThemAgain() {
        var first = imported(
                ImportKind.CUSTOMERS,
                row(1, "phone", "138 0013 8000", "nickname", "小明", "gender", "男"),
                row(2, "memberId", "M1"));
        assertThat(first.state()).isEqualTo(ImportRun.State.SUCCEEDED);
        assertThat(first.applied()).isEqualTo(2);

        var again = imported(ImportKind.CUSTOMERS, row(1, "phone", "+8613800138000"));
        assertThat(again.repeated()).isEqualTo(1);
    }

    @Test
    void appliesEachRowOnceThoughTheUploadIsRepeated() {
        var row = row(
                1, "externalId", "i1", "externalUserId", "wm7", "kind", "VISIT", "occurredAt", "2026-03-05 10:00:00");
        assertThat(imported(ImportKind.INTERACTIONS, row).applied()).isEqualTo(1);

        var again = imported(ImportKind.INTERACTIONS, row);

        assertThat(again.applied()).isZero();
        assertThat(again.repeated()).isEqualTo(1);
        assertThat(again.state()).isEqualTo(ImportRun.State.SUCCEEDED);
    }

    @Test
    void refusesAKeyThatStandsForSomethingElse() {
        imported(
                ImportKind.INTERACTIONS,
                row(
                        1,
                        "externalId",
                        "i1",
                        "externalUserId",
                        "wm7",
                        "kind",
                        "VISIT",
                        "occurredAt",
                        "2026-03-05 10:00:00"));
        var run = imported(
                ImportKind.INTERACTIONS,
                row(
                        1,
                        "externalId",
                        "i1",
                        "externalUserId",
                        "wm7",
                        "kind",
                        "REPLY",
                        "occurredAt",
                        "2026-03-05 10:00:00"));

        assertThat(run.state()).isEqualTo(ImportRun.State.FAILED);
        assertThat(mistakes(run)).containsExactly("1 externalId key-reused");
    }

    @Test
    void takesRowsAsTheyComeAndKeepsWhatWasAppliedWhenReadingFails() {
        Stream<ImportRow> rows = IntStream.rangeClosed(1, 1200).mapToObj(i -> {
            if (i == 1100) {
                throw new IllegalStateException("the upload broke off");
            }
            return row(i, "memberId", "M" + i);
        });
        Iterator<ImportRow> lazily = rows.iterator();

        assertThatThrownBy(() -> importing.handle(new ImportRows.Command(
                        CALLER, ImportKind.CUSTOMERS, "csv", "UTF-8", Optional.empty(), lazily, ImportedRows::nothing)))
                .hasMessageContaining("broke off");

        var again = importing.handle(new ImportRows.Command(
                CALLER,
                ImportKind.CUSTOMERS,
                "csv",
                "UTF-8",
                Optional.empty(),
                IntStream.rangeClosed(1, 1001)
                        .mapToObj(i -> row(i, "memberId", "M" + i))
                        .iterator(),
                ImportedRows::nothing));
        assertThat(again.repeated()).isEqualTo(1000);
        assertThat(again.applied()).isEqualTo(1);
    }

    @Test
    void saysThatItIsAliveBeforeEachChunkAndEndsWhenSomebodyElseTookOver() {
        var told = new AtomicInteger();
        Runnable alive = () -> {
            if (told.incrementAndGet() == 3) {
                throw new StaleAggregate("idempotency record", 0);
            }
        };

        assertThatThrownBy(() -> importing.handle(new ImportRows.Command(
                        CALLER,
                        ImportKind.CUSTOMERS,
                        "csv",
                        "UTF-8",
                        Optional.empty(),
                        members(1_400).iterator(),
                        alive)))
                .isInstanceOf(StaleAggregate.class);

        assertThat(newest().state()).isEqualTo(ImportRun.State.FAILED);
        assertThat(newest().applied()).isEqualTo(1_000);
    }

    @Test
    void endsWhatAProcessThatDiedLeftRunningAndKnowsItsRowsAgain() {
        var nextProcess = importing();
        var afterwards = new ArrayList<ImportRun>();
        Stream<ImportRow> rows = members(700).peek(row -> {
            if (row.number() == 600) {
                importing.endBrokenOff(BRAND);
                afterwards.add(newest());
                nextProcess.endBrokenOff(BRAND);
                afterwards.add(newest());
                throw new IllegalStateException("killed");
            }
        });
        assertThatThrownBy(() -> importing.handle(new ImportRows.Command(
                        CALLER,
                        ImportKind.CUSTOMERS,
                        "csv",
                        "UTF-8",
                        Optional.empty(),
                        rows.iterator(),
                        ImportedRows::nothing)))
                .hasMessage("killed");

        assertThat(afterwards)
                .extracting(ImportRun::state)
                .containsExactly(ImportRun.State.RUNNING, ImportRun.State.FAILED);
        assertThat(afterwards.getLast().finishedAt()).isNotNull();
        var again = nextProcess.handle(new ImportRows.Command(
                CALLER,
                ImportKind.CUSTOMERS,
                "csv",
                "UTF-8",
                Optional.empty(),
                members(700).iterator(),
                ImportedRows::nothing));
        assertThat(again.repeated()).isEqualTo(500);
        assertThat(again.applied()).isEqualTo(200);
    }
}
