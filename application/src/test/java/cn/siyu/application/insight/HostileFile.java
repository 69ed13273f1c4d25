package cn.siyu.application.insight;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A CSV file in which good rows stand among rows that want to break an import. The same seed gives
/// the same file.
public final class HostileFile {
    private static final List<String> CELLS = List.of(
            "",
            " ",
            "'",
            "''",
            "＇",
            "' ",
            "'\"",
            "\"",
            "\"\"\"",
            "=\"\"",
            "=\"'\"",
            "=\"\0\"",
            "\0",
            "a\0b",
            "=1+1",
            "@SUM(A1:A9)",
            "=HYPERLINK(\"http://x\")",
            "-1",
            "+",
            "-",
            "0",
            "-0",
            "1E999999999",
            "1.38E+10",
            "9".repeat(40),
            "9".repeat(400),
            "2147483648",
            "0.0000000001",
            "１．５",
            "¥",
            "NaN",
            "Infinity",
            "null",
            "true",
            "x".repeat(128),
            "x".repeat(129),
            "'" + "x".repeat(128),
            "字".repeat(5_000),
            "😀".repeat(60),
            "😀".repeat(200),
            "\ufeff",
            "\ufeff13800138000",
            "\u200b",
            "\u00a0",
            "'\u00a0",
            "\u3000",
            "\u0085",
            "\u001a",
            "\uffff",
            "\r",
            "\n",
            "a\r\nb",
            "\t",
            ";",
            ",",
            "e\u0301".repeat(40),
            "\ufdfa".repeat(110),
            "İ",
            "ß".repeat(40),
            "+999999999-12-31T00:00:00Z",
            "-1000000-01-01T00:00:00Z",
            "+1000000000-01-01T00:00:00+18:00",
            "0000-00-00 00:00:00",
            "9999-12-31T23:59:59.999999999-18:00",
            "2026-02-30 10:00:00",
            "2026-03-01 24:00:00",
            "13800138000",
            "'13800138000",
            "１３８００１３８０００",
            "+8613800138000000000",
            "VISIT",
            "visit!",
            "店",
            "; DROP TABLE customer",
            "%s%n{0}${x}");
    private static final List<String> LINE_ENDS = List.of("\n", "\r\n", "\r");
    private static final int ROWS = 40;

    private final ImportKind kind;
    private final byte[] content;
    private final byte[] good;
    private final int goodRows;
    private final boolean readable;

    private HostileFile(ImportKind kind, byte[] content, byte[] good, int goodRows, boolean readable) {
        this.kind = kind;
        this.content = content;
        this.good = good;
        this.goodRows = goodRows;
        this.readable = readable;
    }

    public ImportKind kind() {
        return kind;
    }

    /// Its bytes.
    public byte[] content() {
        return content.clone();
    }

    /// The bytes of a file of its good rows only.
    public byte[] good() {
        return good.clone();
    }

    public int goodRows() {
        return goodRows;
    }

    /// Whether it can be read to its end, so that all good rows must be taken; otherwise it may be
    /// refused or end early.
    public boolean readable() {
        return readable;
    }

    /// The file of a seed.
    ///
    /// @param mark what keys of its good rows begin with; without special characters
    public static HostileFile of(long seed, String mark) {
        var random = new Random(seed);
        var kind = List.of(ImportKind.values()).get(random.nextInt(ImportKind.values().length));
        var columns = new ArrayList<>(kind.columns());
        columns.remove(ImportColumn.AMOUNT_MINOR);
        Collections.shuffle(columns, random);
        var all = new StringBuilder(random.nextBoolean() ? "\ufeff" : "").append(header(columns, random));
        var good = new StringBuilder(header(columns, random));
        int goodRows = 0;
        for (int i = 0; i < ROWS; i++) {
            boolean sound = random.nextInt(4) == 0;
            String row = sound ? sound(columns, mark + "-" + i) : hostile(columns, mark + "-" + i, random);
            all.append(row).append(LINE_ENDS.get(random.nextInt(LINE_ENDS.size())));
            if (sound) {
                good.append(row).append('\n');
                goodRows++;
            }
        }
        boolean readable = random.nextInt(3) > 0;
        byte[] content = all.toString().getBytes(StandardCharsets.UTF_8);
        return new HostileFile(
                kind,
                readable ? content : broken(content, random),
                good.toString().getBytes(StandardCharsets.UTF_8),
                goodRows,
                readable);
    }

    private static String header(List<ImportColumn> columns, Random random) {
        return columns.stream()
                        .map(column -> random.nextBoolean()
                                ? column.code()
                                : column.chinese().getFirst())
                        .collect(Collectors.joining(","))
                + "\n";
    }

    private static String sound(List<ImportColumn> columns, String key) {
        var values = values(key);
        return line(
                columns.stream().map(column -> values.getOrDefault(column, "")).toList());
    }

    /// What a good row says; the other columns are blank in it.
    private static Map<ImportColumn, String> values(String key) {
        return Map.of(
                ImportColumn.EXTERNAL_ID, key,
                ImportColumn.MEMBER_ID, "M-" + key,
                ImportColumn.PAID_AT, "2026-03-01 10:00:00",
                ImportColumn.AMOUNT, "12.50",
                ImportColumn.KIND, "VISIT",
                ImportColumn.OCCURRED_AT, "2026-03-01T10:00:00+08:00");
    }

    /// A row of which some cells are as they should be, so that each check is reached; of any
    /// number of cells.
    private static String hostile(List<ImportColumn> columns, String key, Random random) {
        var values = values(key);
        int soundness = random.nextInt(4);
        int cells = random.nextInt(5) == 0 ? random.nextInt(2 * columns.size()) : columns.size();
        return line(IntStream.range(0, cells)
                .mapToObj(i -> i < columns.size() && random.nextInt(4) < soundness
                        ? values.getOrDefault(columns.get(i), "")
                        : CELLS.get(random.nextInt(CELLS.size())))
                .toList());
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.chars().anyMatch(c -> ",\"\r\n;\t".indexOf(c) >= 0)
                        ? '"' + cell.replace("\"", "\"\"") + '"'
                        : cell)
                .collect(Collectors.joining(","));
    }

    /// With something in it that no writer of CSV writes.
    private static byte[] broken(byte[] content, Random random) {
        var out = new ByteArrayOutputStream();
        int at = random.nextInt(content.length);
        switch (random.nextInt(8)) {
            case 0 -> put(out, content, at, "\"");
            case 1 -> put(out, content, at, "\"x\"y");
            case 2 -> put(out, content, at, new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}); // half a pair
            case 3 -> put(out, content, at, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
            case 4 -> put(out, content, at, "x".repeat(1_200_000));
            case 5 -> put(out, content, 0, ",,\n");
            case 6 -> put(out, content, 0, "phone,phone,手机号,\0,'\n");
            default -> out.write(content, 0, at);
        }
        return out.toByteArray();
    }

    private static void put(ByteArrayOutputStream out, byte[] content, int at, String more) {
        put(out, content, at, more.getBytes(StandardCharsets.UTF_8));
    }

    private static void put(ByteArrayOutputStream out, byte[] content, int at, byte[] more) {
        out.write(content, 0, at);
        out.writeBytes(more);
        out.write(content, at, content.length - at);
    }
}
