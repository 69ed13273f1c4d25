package cn.siyu.adapter.wecomsimulator.world;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fields of a line of [CompactRows], one after the other, read where they lie.
final class CompactFields {
    private static final String ABSENT = "\\0";
    private final byte[] bytes;
    private final int end;
    private int at;

    /// @param at where the first field begins
    /// @param end behind the last one
    CompactFields(byte[] bytes, int at, int end) {
        this.bytes = bytes;
        this.at = at;
        this.end = end;
    }

    int whole() {
        return Math.toIntExact(number());
    }

    long number() {
        var negative = at < end && bytes[at] == '-';
        if (negative) {
            at++;
        }
        long value = 0;
        while (at < end && bytes[at] != '\t') {
            var digit = bytes[at++] - '0';
            if (digit < 0 || digit > 9) {
                throw new IllegalArgumentException("not a number");
            }
            value = value * 10 - digit;
        }
        at++;
        return negative ? value : -value;
    }

    boolean flag() {
        return text().equals("true");
    }

    String text() {
        var text = textOrNull();
        if (text == null) {
            throw new IllegalArgumentException("a text is missing");
        }
        return text;
    }

    @Nullable
    String textOrNull() {
        var from = at;
        var escaped = false;
        while (at < end && bytes[at] != '\t') {
            escaped |= bytes[at++] == '\\';
        }
        var length = at++ - from;
        if (length == 0) {
            return "";
        }
        var text = new String(bytes, from, length, StandardCharsets.UTF_8);
        return escaped ? unescaped(text) : text;
    }

    List<String> texts() {
        var size = whole();
        if (size == 0) {
            return List.of();
        }
        var list = new ArrayList<String>(size);
        for (var i = 0; i < size; i++) {
            list.add(text());
        }
        return list;
    }

    private static @Nullable String unescaped(String field) {
        if (field.equals(ABSENT)) {
            return null;
        }
        var text = new StringBuilder(field.length());
        for (var i = 0; i < field.length(); i++) {
            if (field.charAt(i) == '\\') {
                i++;
                text.append(
                        switch (field.charAt(i)) {
                            case 't' -> '\t';
                            case 'n' -> '\n';
                            default -> field.charAt(i);
                        });
            } else {
                text.append(field.charAt(i));
            }
        }
        return text.toString();
    }
}
