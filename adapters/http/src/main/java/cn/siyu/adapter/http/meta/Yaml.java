package cn.siyu.adapter.http.meta;

import java.util.List;
import java.util.Map;

/// Writes a JSON tree as YAML 1.2: block style, every text in double quotes (as JSON writes it,
/// which YAML reads alike).
final class Yaml {
    private final StringBuilder out = new StringBuilder();

    private Yaml() {}

    static String write(Object tree) {
        var yaml = new Yaml();
        yaml.node(tree, 0);
        return yaml.out.toString();
    }

    private void node(Object node, int depth) {
        switch (node) {
            case Map<?, ?> map
            when !map.isEmpty() ->
                map.forEach((name, value) -> {
                    indent(depth);
                    out.append(plain(String.valueOf(name))).append(':');
                    below(value, depth);
                });
            case List<?> list
            when !list.isEmpty() ->
                list.forEach(value -> {
                    indent(depth);
                    out.append('-');
                    below(value, depth);
                });
            default -> out.append(scalar(node)).append('\n');
        }
    }

    private void below(Object value, int depth) {
        boolean block = isBlock(value);
        out.append(block ? "\n" : " ");
        node(value, depth + 1);
    }

    private static boolean isBlock(Object value) {
        return switch (value) {
            case Map<?, ?> map -> !map.isEmpty();
            case List<?> list -> !list.isEmpty();
            default -> false;
        };
    }

    private void indent(int depth) {
        out.repeat("  ", depth);
    }

    private static String plain(String name) {
        return name.matches("[A-Za-z$_][A-Za-z0-9$_-]*") ? name : quoted(name);
    }

    private static String scalar(Object value) {
        return switch (value) {
            case Map<?, ?> _ -> "{}";
            case List<?> _ -> "[]";
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            default -> quoted(value.toString());
        };
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ') {
                        quoted.append(String.format("\\u%04x", c));
                    } else {
                        quoted.append((char) c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
