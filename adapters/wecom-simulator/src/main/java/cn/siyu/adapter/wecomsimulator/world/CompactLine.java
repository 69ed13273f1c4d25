package cn.siyu.adapter.wecomsimulator.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of [CompactRows] while it is written.
final class CompactLine {
    private final StringBuilder line = new StringBuilder(160);

    CompactLine(char letter) {
        line.append(letter);
    }

    CompactLine put(long number) {
        line.append('\t').append(number);
        return this;
    }

    CompactLine put(boolean flag) {
        line.append('\t').append(flag);
        return this;
    }

    CompactLine put(@Nullable String text) {
        line.append('\t');
        if (text == null) {
            line.append("\\0");
        } else {
            escape(text);
        }
        return this;
    }

    CompactLine put(List<String> texts) {
        put(texts.size());
        texts.forEach(this::put);
        return this;
    }

    String text() {
        return line.toString();
    }

    private void escape(String text) {
        for (var i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> line.append("\\\\");
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                default -> line.append(text.charAt(i));
            }
        }
    }
}
