package cn.siyu.application.insight;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.customer.RegisterCustomer;
import cn.siyu.application.insight.port.InMemoryImports;
import cn.siyu.application.trust.TrustUseCases;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.ExternalKey;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Rows that somebody uploads, and what comes of them.
abstract class ImportedRows {
    static final BrandId BRAND = InsightFacts.BRAND;

    final InsightPorts ports = new InMemoryInsightUseCasesTest().world();
    final InMemoryImports imports = new InMemoryImports(new InMemoryStore());
    final ImportRows importing = importing();

    ImportRows importing() {
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

    static final Caller CALLER = caller(new DataScope.WholeBrand());

    static Caller caller(DataScope sees) {
        var key = PublicId.of(Instant.EPOCH, 1, 1);
        return new Caller(InsightFacts.BRAND, key, EnumSet.allOf(Scope.class), sees);
    }

    static void nothing() {}

    ImportRun imported(ImportKind kind, ImportRow... rows) {
        return importing.handle(new ImportRows.Command(
                CALLER, kind, "csv", "UTF-8", Optional.of("corp"), List.of(rows).iterator(), ImportedRows::nothing));
    }

    List<String> mistakes(ImportRun run) {
        return imports.mistakes(BRAND, run.id(), 0, 100).stream()
                .map(one ->
                        one.row() + " " + name(one.column()) + " " + one.fault().code())
                .toList();
    }

    static String name(@Nullable ImportColumn column) {
        return column == null ? "" : column.code();
    }

    static ImportRow row(int number, String... values) {
        var map = new EnumMap<ImportColumn, String>(ImportColumn.class);
        for (int i = 0; i < values.length; i += 2) {
            String name = values[i];
            var column =
                    Stream.of(ImportColumn.values()).filter(one -> one.code().equals(name));
            map.put(column.findFirst().orElseThrow(), values[i + 1]);
        }
        return new ImportRow(number, map, String.join(",", values), List.of());
    }

    static Stream<ImportRow> members(int many) {
        return IntStream.rangeClosed(1, many).mapToObj(i -> row(i, "memberId", "M" + i));
    }

    ImportRun newest() {
        return imports.newest(BRAND, Long.MAX_VALUE, 1).getFirst();
    }

    static ImportRow bought(int number, String column, String amount) {
        return row(
                number, "externalId", "o" + number, "phone", "13800138000", "paidAt", "2026/3/5 10:00", column, amount);
    }

    static ExternalKey key(String value) {
        return new ExternalKey("csv", value);
    }
}
