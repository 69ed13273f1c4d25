package cn.siyu.application.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.customer.CustomerWitness;
import cn.siyu.application.customer.RegisterCustomer;
import cn.siyu.application.customer.ResolveCustomers;
import cn.siyu.application.insight.port.InMemoryImports;
import cn.siyu.application.trust.TrustUseCases;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.ExternalKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImportRowsTest {
    private static final BrandId BRAND = InsightUseCasesContract.BRAND;

    private final InsightPorts ports = new InMemoryInsightUseCasesTest().world();
    private final InMemoryImports imports = new InMemoryImports(new InMemoryStore());
    private final ImportRows importing = importing();

    private ImportRows importing() {
        var trust = ports.trust;
        var clock = TrustUseCases.clock(trust);
        var resolve = new ResolveCustomers(
                trust.customers(), ports.identities, trust.ids(), CustomerWitness.of(List.of(ports.stage)));
        var register = new RegisterCustomer(trust.work(), clock, resolve, trust.customers());
        return new ImportRows(
                trust.brands(),
                clock,
                trust.ids(),
                imports,
                new ImportTargets(trust.brands(), register, ports.recordOrders, ports.recordInteractions));
    }

    private ImportRun imported(ImportKind kind, ImportRow... rows) {
        return importing.handle(
                new ImportRows.Command(BRAND, kind, "corp", "csv", List.of(rows).iterator()));
    }

    private List<String> mistakes(ImportRun run) {
        return imports.mistakes(BRAND, run.id(), 0, 100).stream()
                .map(one -> one.row() + " " + one.column() + " " + one.code())
                .toList();
    }

    private static ImportRow row(int number, String... values) {
        var map = new HashMap<String, String>();
        for (int i = 0; i < values.length; i += 2) {
            map.put(values[i], values[i + 1]);
        }
        return new ImportRow(number, map, String.join(",", values));
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
    void saysEverythingThatIsWrongWithARowAndAppliesNothingOfIt() {
        var run = imported(
                ImportKind.ORDERS,
                row(
                        1,
                        "externalId",
                        "o1",
                        "externalUserId",
                        "wm7",
                        "paidAt",
                        "2026-03-05 10:00:00",
                        "amountMinor",
                        "3500"),
                row(2, "phone", "1.38E+10", "paidAt", "yesterday", "amountMinor", "35.00"),
                row(
                        3,
                        "externalId",
                        "o3",
                        "externalUserId",
                        "wm-unknown",
                        "paidAt",
                        "2026-03-05T10:00:00+08:00",
                        "amountMinor",
                        "1"),
                row(4, "externalId", "o4", "paidAt", "2026/3/5 9:05", "amountMinor", "1"));

        assertThat(run.state()).isEqualTo(ImportRun.State.PARTLY_SUCCEEDED);
        assertThat(run.applied()).isEqualTo(1);
        assertThat(run.failed()).isEqualTo(3);
        assertThat(mistakes(run))
                .containsExactly(
                        "2 amountMinor not-an-amount",
                        "2 externalId required",
                        "2 paidAt not-a-time",
                        "2 phone digits-lost",
                        "3 externalUserId unknown-contact",
                        "4  no-identity");
        assertThat(ports.orders
                        .find(BRAND, List.of(new ExternalKey("csv", "o1")))
                        .values())
                .singleElement()
                .satisfies(order -> assertThat(order.paidAt()).isEqualTo(Instant.parse("2026-03-05T02:00:00Z")));
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

        assertThatThrownBy(
                        () -> importing.handle(new ImportRows.Command(BRAND, ImportKind.CUSTOMERS, "", "csv", lazily)))
                .hasMessageContaining("broke off");

        var again = importing.handle(new ImportRows.Command(
                BRAND,
                ImportKind.CUSTOMERS,
                "",
                "csv",
                IntStream.rangeClosed(1, 1001)
                        .mapToObj(i -> new ImportRow(i, Map.of("memberId", "M" + i), ""))
                        .iterator()));
        assertThat(again.repeated()).isEqualTo(1000);
        assertThat(again.applied()).isEqualTo(1);
    }
}
