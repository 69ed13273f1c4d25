package cn.siyu.adapter.wecomsimulator.world;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Short lines for the rows of which a corp has a million: a letter and the components in their order, with
/// tabs between. Less than half of the JSON, and read many times faster, so that a large world starts soon.
/// A journal names the components in its head; one with other names than today's is written anew.
final class CompactRows {
    private static final List<Layout> LAYOUTS =
            List.of(new Layout('C', CustomerRow.class), new Layout('R', RelationRow.class));

    private CompactRows() {}

    /// The head of a journal.
    static String head() {
        return LAYOUTS.stream().map(Layout::head).collect(Collectors.joining(" ", "#", "\n"));
    }

    /// The line of a row without its end; null when the row is not one of these.
    static byte @Nullable [] line(Row row) {
        for (var layout : LAYOUTS) {
            if (layout.type == row.getClass()) {
                return layout.write(row).getBytes(StandardCharsets.UTF_8);
            }
        }
        return null;
    }

    /// The row of a line that [#line] made.
    static Row row(byte[] bytes, int from, int length) {
        for (var layout : LAYOUTS) {
            if (layout.letter == bytes[from]) {
                return layout.read(new Fields(new String(bytes, from + 1, length - 1, StandardCharsets.UTF_8)));
            }
        }
        throw new IllegalArgumentException("a line begins with an unknown letter " + (char) bytes[from]);
    }

    /// How one kind of row is written.
    private static final class Layout {
        private final char letter;
        private final Class<? extends Row> type;
        private final List<Class<?>> types;
        private final List<String> names;
        private final MethodHandle[] accessors;
        private final MethodHandle constructor;

        Layout(char letter, Class<? extends Row> type) {
            this.letter = letter;
            this.type = type;
            var components = type.getRecordComponents();
            this.names = Arrays.stream(components).map(RecordComponent::getName).toList();
            this.types = Arrays.stream(components)
                    .<Class<?>>map(RecordComponent::getType)
                    .toList();
            try {
                var lookup = MethodHandles.lookup();
                accessors = new MethodHandle[components.length];
                for (var i = 0; i < components.length; i++) {
                    accessors[i] = lookup.unreflect(components[i].getAccessor())
                            .asType(MethodType.methodType(Object.class, Row.class));
                }
                constructor = lookup.findConstructor(type, MethodType.methodType(void.class, types))
                        .asSpreader(Object[].class, components.length)
                        .asType(MethodType.methodType(Row.class, Object[].class));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(type + " cannot be written", e);
            }
        }

        String head() {
            return letter + String.join(",", names);
        }

        String write(Row row) {
            var line = new StringBuilder(160).append(letter);
            try {
                for (var accessor : accessors) {
                    write(line, (Object) accessor.invokeExact(row));
                }
            } catch (Throwable e) {
                throw new IllegalStateException("cannot write " + row, e);
            }
            return line.toString();
        }

        private static void write(StringBuilder line, @Nullable Object value) {
            switch (value) {
                case null -> line.append("\t\\0");
                case List<?> list -> {
                    line.append('\t').append(list.size());
                    list.forEach(each -> write(line, each));
                }
                case String text -> escape(line.append('\t'), text);
                default -> line.append('\t').append(value);
            }
        }

        private static void escape(StringBuilder line, String text) {
            for (var i = 0; i < text.length(); i++) {
                switch (text.charAt(i)) {
                    case '\\' -> line.append("\\\\");
                    case '\t' -> line.append("\\t");
                    case '\n' -> line.append("\\n");
                    default -> line.append(text.charAt(i));
                }
            }
        }

        Row read(Fields fields) {
            var values = new @Nullable Object[types.size()];
            for (var i = 0; i < values.length; i++) {
                values[i] = value(types.get(i), fields);
            }
            try {
                return (Row) constructor.invokeExact(values);
            } catch (Throwable e) {
                throw new IllegalStateException("cannot read a " + type.getSimpleName(), e);
            }
        }

        private static @Nullable Object value(Class<?> type, Fields fields) {
            if (type == String.class) {
                return fields.text();
            }
            if (type == int.class) {
                return Integer.parseInt(fields.plain());
            }
            if (type == long.class) {
                return Long.parseLong(fields.plain());
            }
            if (type == boolean.class) {
                return Boolean.parseBoolean(fields.plain());
            }
            var size = Integer.parseInt(fields.plain());
            if (size == 0) {
                return List.of();
            }
            var list = new ArrayList<String>(size);
            for (var i = 0; i < size; i++) {
                list.add(String.valueOf(fields.text()));
            }
            return list;
        }
    }

    /// The fields of a line, one after the other.
    private static final class Fields {
        private final String line;
        private int at = 1;

        Fields(String line) {
            this.line = line;
        }

        String plain() {
            var end = line.indexOf('\t', at);
            var field = end < 0 ? line.substring(at) : line.substring(at, end);
            at = end < 0 ? line.length() : end + 1;
            return field;
        }

        @Nullable
        String text() {
            var field = plain();
            return field.indexOf('\\') < 0 ? field : unescaped(field);
        }

        private static @Nullable String unescaped(String field) {
            if (field.equals("\\0")) {
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
}
