package cn.siyu.adapter.wecomsimulator.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// All errcodes that the platform documents for customer contact, from the data file
/// `errcodes.csv`: the simulator can produce each of them, by its rules or by an injected fault.
public final class ErrcodeTable {
    private static final Map<Integer, Entry> ENTRIES = read();

    private ErrcodeTable() {}

    /// One errcode.
    ///
    /// @param errmsg the text before the hint; clients must not test it
    /// @param meaning what it says, in a few words
    public record Entry(int code, String errmsg, String meaning) {}

    public static Collection<Entry> entries() {
        return ENTRIES.values();
    }

    /// The usual text of an errcode; a made-up one for a code that is not documented.
    public static String errmsg(int code) {
        var entry = ENTRIES.get(code);
        return entry == null ? "error " + code : entry.errmsg();
    }

    private static Map<Integer, Entry> read() {
        try (var in = ErrcodeTable.class.getResourceAsStream("errcodes.csv")) {
            var text = new String(
                    Objects.requireNonNull(in, "errcodes.csv is missing").readAllBytes(), StandardCharsets.UTF_8);
            Map<Integer, Entry> entries = new LinkedHashMap<>();
            text.lines().forEach(line -> {
                var columns = line.split("\\|", -1);
                var code = Integer.parseInt(columns[0]);
                entries.put(code, new Entry(code, columns[1], columns[2]));
            });
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException("errcodes.csv cannot be read", e);
        }
    }
}
