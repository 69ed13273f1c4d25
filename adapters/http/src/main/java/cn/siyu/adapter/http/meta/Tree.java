package cn.siyu.adapter.http.meta;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Walks and builds JSON trees of maps and lists.
final class Tree {
    private Tree() {}

    /// An object of names and values in turn.
    static Map<String, Object> object(Object... namesAndValues) {
        var object = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    /// The object below a name; made if it is not there.
    @SuppressWarnings("unchecked") // JSON objects have text for names
    static Map<String, Object> child(Map<String, Object> parent, String name) {
        return (Map<String, Object>) parent.computeIfAbsent(name, _ -> new LinkedHashMap<String, Object>());
    }

    /// The list below a name; made if it is not there.
    @SuppressWarnings("unchecked") // entries are of any kind
    static List<Object> list(Map<String, Object> parent, String name) {
        return (List<Object>) parent.computeIfAbsent(name, _ -> new ArrayList<>());
    }

    /// Something as an object; empty if it is none.
    @SuppressWarnings("unchecked") // JSON objects have text for names
    static Map<String, Object> asObject(Object node) {
        return node instanceof Map<?, ?> map ? (Map<String, Object>) map : new LinkedHashMap<>();
    }

    /// A copy that can be changed, with names sorted where the order has no meaning.
    static Object copy(Object node) {
        if (node instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<String, Object>();
            map.forEach((name, value) -> copy.put(String.valueOf(name), copy(value)));
            return copy;
        }
        return node instanceof List<?> list
                ? new ArrayList<>(list.stream().map(Tree::copy).toList())
                : node;
    }

    /// Visits every object of a tree, the outer before the inner.
    static void visit(Object node, Consumer<Map<String, Object>> visitor) {
        if (node instanceof Map<?, ?>) {
            Map<String, Object> object = asObject(node);
            visitor.accept(object);
            List.copyOf(object.values()).forEach(value -> visit(value, visitor));
        } else if (node instanceof List<?> list) {
            list.forEach(entry -> visit(entry, visitor));
        }
    }
}
