package cn.siyu.adapter.wecomsimulator.world;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Short lines for the rows of which a corp has a million: a letter and the components in their
/// order, with tabs between. Less than half of the JSON, and read many times faster, so that a
/// large world starts soon; spelled out component by component, because most of a start is spent
/// here before anything is compiled. A journal names the components in its head; one with other
/// names than today's is written anew.
final class CompactRows {
    private static final char CUSTOMER = 'C';
    private static final char RELATION = 'R';

    private CompactRows() {}

    /// The head of a journal.
    static String head() {
        return "#" + CUSTOMER + names(CustomerRow.class) + " " + RELATION + names(RelationRow.class) + "\n";
    }

    private static String names(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.joining(","));
    }

    /// The line of a row without its end; null when the row is not one of these.
    static byte @Nullable [] line(Row row) {
        var line = switch (row) {
            case CustomerRow customer -> line(customer);
            case RelationRow relation -> line(relation);
            default -> null;
        };
        return line == null ? null : line.text().getBytes(StandardCharsets.UTF_8);
    }

    private static CompactLine line(CustomerRow row) {
        return new CompactLine(CUSTOMER)
                .put(row.number())
                .put(row.externalUserId())
                .put(row.name())
                .put(row.type())
                .put(row.gender())
                .put(row.unionid());
    }

    private static CompactLine line(RelationRow row) {
        return new CompactLine(RELATION)
                .put(row.customer())
                .put(row.userid())
                .put(row.createdAt())
                .put(row.remark())
                .put(row.description())
                .put(row.remarkCompany())
                .put(row.mobiles())
                .put(row.tags())
                .put(row.personalTags())
                .put(row.operUserId())
                .put(row.addWay())
                .put(row.state())
                .put(row.lastChatAt())
                .put(row.oneSided());
    }

    /// The row of a line that [#line] made.
    static Row row(byte[] bytes, int from, int length) {
        var fields = new CompactFields(bytes, from + 2, from + length);
        return switch (bytes[from]) {
            case CUSTOMER -> customer(fields);
            case RELATION -> relation(fields);
            default -> throw new IllegalArgumentException("a line begins with an unknown letter " + (char) bytes[from]);
        };
    }

    private static CustomerRow customer(CompactFields fields) {
        return new CustomerRow(
                fields.whole(), fields.text(), fields.text(), fields.whole(), fields.whole(), fields.textOrNull());
    }

    private static RelationRow relation(CompactFields fields) {
        return new RelationRow(
                fields.whole(),
                fields.text(),
                fields.number(),
                fields.text(),
                fields.text(),
                fields.text(),
                fields.texts(),
                fields.texts(),
                fields.texts(),
                fields.text(),
                fields.whole(),
                fields.text(),
                fields.number(),
                fields.flag());
    }
}
