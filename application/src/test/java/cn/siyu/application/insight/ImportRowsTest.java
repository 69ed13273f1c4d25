package cn.siyu.application.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.brand.WholeBrand;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.customer.RegisterCustomer;
import cn.siyu.application.insight.port.InMemoryImports;
import cn.siyu.application.trust.TrustUseCases;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.id.ExternalKey;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.insight.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImportRowsTest {
    private static final BrandId BRAND = InsightUseCasesContract.BRAND;

    private final InsightPorts ports = new InMemoryInsightUseCasesTest().world();
    private final InMemoryImports imports = new InMemoryImports(new InMemoryStore());
    private final ImportRows importing = importing();

    private ImportRows importing() {
        var trust = ports.trust;
        var clock = TrustUseCases.clock(trust);
        var resolve = ports.resolve;
        var register = new RegisterCustomer(trust.work(), clock, resolve, trust.customers());
        return new ImportRows(
                trust.work(),
                trust.brands(),
                clock,
                trust.ids(),
                imports,
                new ImportTargets(register, ports.recordOrders, ports.recordInteractions));
    }

    private static final Caller CALLER = caller(new DataScope.WholeBrand());

    private static Caller caller(DataScope sees) {
        var key = PublicId.of(Instant.EPOCH, 1, 1);
        return new Caller(InsightUseCasesContract.BRAND, key, EnumSet.allOf(Scope.class), sees);
    }

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
                        ImportRowsTest::nothing)))
                .isInstanceOf(WholeBrand.PartOnly.class);
    }

    private static void nothing() {}

    private ImportRun imported(ImportKind kind, ImportRow... rows) {
        return importing.handle(new ImportRows.Command(
                CALLER, kind, "csv", "UTF-8", Optional.of("corp"), List.of(rows).iterator(), ImportRowsTest::nothing));
    }

    private List<String> mistakes(ImportRun run) {
        return imports.mistakes(BRAND, run.id(), 0, 100).stream()
                .map(one ->
                        one.row() + " " + name(one.column()) + " " + one.fault().code())
                .toList();
    }

    private static String name(@Nullable ImportColumn column) {
        return column == null ? "" : column.code();
    }

    private static ImportRow row(int number, String... values) {
        var map = new EnumMap<ImportColumn, String>(ImportColumn.class);
        for (int i = 0; i < values.length; i += 2) {
            String name = values[i];
            var column =
                    Stream.of(ImportColumn.values()).filter(one -> one.code().equals(name));
            map.put(column.findFirst().orElseThrow(), values[i + 1]);
        }
        return new ImportRow(number, map, String.join(",", values), List.of());
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

        assertThatThrownBy(() -> importing.handle(new ImportRows.Command(
                        CALLER,
                        ImportKind.CUSTOMERS,
                        "csv",
                        "UTF-8",
                        Optional.empty(),
                        lazily,
                        ImportRowsTest::nothing)))
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
                ImportRowsTest::nothing));
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
                        ImportRowsTest::nothing)))
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
                ImportRowsTest::nothing));
        assertThat(again.repeated()).isEqualTo(500);
        assertThat(again.applied()).isEqualTo(200);
    }

    private static Stream<ImportRow> members(int many) {
        return IntStream.rangeClosed(1, many).mapToObj(i -> row(i, "memberId", "M" + i));
    }

    private ImportRun newest() {
        return imports.newest(BRAND, Long.MAX_VALUE, 1).getFirst();
    }

    @Test
    void knowsAMemberByTheSourceThatFeedsHaveToo() {
        imported(ImportKind.CUSTOMERS, row(2, "memberId", "M1"));

        var inTheSource = new IdentityKey(IdentityType.MEMBER_ID, "csv", "M1");
        assertThat(ports.identities.find(BRAND, List.of(inTheSource))).containsKey(inTheSource);
    }

    @Test
    void takesAmountsInYuanAndInFen() {
        var run = imported(
                ImportKind.ORDERS,
                bought(2, "amount", "35.5"),
                bought(3, "amount", "¥1,280.00"),
                bought(4, "amount", "35.005"),
                bought(5, "amountMinor", "３５００"),
                bought(6, "amountMinor", "35.0"),
                row(7, "externalId", "o7", "phone", "13800138000", "paidAt", "2026-03-05 10:00:00"),
                row(
                        8,
                        "externalId",
                        "o8",
                        "phone",
                        "13800138000",
                        "paidAt",
                        "2026-03-05 10:00:00",
                        "amount",
                        "1",
                        "amountMinor",
                        "100"));

        assertThat(mistakes(run))
                .containsExactly(
                        "4 amount not-an-amount",
                        "6 amountMinor not-an-amount",
                        "7 amountMinor required",
                        "8 amount amount-twice");
        assertThat(ports.orders
                        .find(BRAND, List.of(key("o2"), key("o3"), key("o5")))
                        .values())
                .extracting(Order::amountMinor)
                .containsExactlyInAnyOrder(3550L, 128_000L, 3500L);
    }

    private static ImportRow bought(int number, String column, String amount) {
        return row(
                number, "externalId", "o" + number, "phone", "13800138000", "paidAt", "2026/3/5 10:00", column, amount);
    }

    private static ExternalKey key(String value) {
        return new ExternalKey("csv", value);
    }

    @Test
    void refusesWhatASpreadsheetHasRounded() {
        var run = imported(
                ImportKind.ORDERS,
                row(
                        2,
                        "externalId",
                        "2.02603E+15",
                        "memberId",
                        "1E+12",
                        "paidAt",
                        "2026-02-30 10:00:00",
                        "amount",
                        "1"));
        assertThat(mistakes(run))
                .containsExactly("2 externalId digits-lost", "2 memberId digits-lost", "2 paidAt not-a-time");
    }

    @Test
    void takesAnApostropheAloneForABlankCell() {
        var run = imported(
                ImportKind.ORDERS,
                row(2, "externalId", "'", "phone", "13800138000", "paidAt", "2026/3/5 10:00", "amount", "1"),
                row(3, "externalId", "o3", "memberId", "＇", "paidAt", "2026/3/5 10:00", "amount", "1"),
                row(4, "externalId", "o4", "memberId", "M1", "paidAt", "'", "amount", "1"),
                row(5, "externalId", "o5", "memberId", "M1", "unionId", "'", "paidAt", "2026/3/5 10:00", "amount", "'"),
                row(6, "externalId", "o6", "memberId", "'M1", "paidAt", "2026/3/5 10:00", "amount", "1", "sku", "'"));

        assertThat(mistakes(run))
                .containsExactly(
                        "2 externalId required", "3  no-identity", "4 paidAt required", "5 amountMinor required");
        assertThat(run.applied()).isEqualTo(1);
    }

    @Test
    void leavesARowOutWhoseIdentitiesBelongToDifferentCustomers() {
        imported(ImportKind.CUSTOMERS, row(2, "phone", "13800138000"), row(3, "memberId", "M1"));

        var run = imported(
                ImportKind.CUSTOMERS,
                row(2, "phone", "13800138000", "memberId", "M1"),
                row(3, "phone", "13800138000", "unionId", "u1"));

        assertThat(mistakes(run)).containsExactly("2  identity-conflict");
        assertThat(run.applied()).isEqualTo(1);
    }

    @Test
    void saysThatAContactBelongsToNoCorpThatIsKnown() {
        var run = importing.handle(new ImportRows.Command(
                CALLER,
                ImportKind.CUSTOMERS,
                "csv",
                "UTF-8",
                Optional.empty(),
                List.of(row(2, "externalUserId", "wm7")).iterator(),
                ImportRowsTest::nothing));
        assertThat(mistakes(run)).containsExactly("2 externalUserId corp-unknown");
    }

    @Test
    void keepsTheOriginalOfAFailedRowWithoutSplittingACharacter() {
        var row = new ImportRow(2, Map.of(), "x" + "😀".repeat(4_000), List.of(RowFault.TOO_MANY_CELLS));
        var run = imported(ImportKind.CUSTOMERS, row);

        assertThat(imports.mistakes(BRAND, run.id(), 0, 9))
                .allSatisfy(mistake -> assertThat(mistake.original()).isEqualTo("x" + "😀".repeat(3_999)));
    }
}
