package cn.siyu.adapter.http.json;

import io.micronaut.json.tree.JsonNode;
import java.util.HashMap;
import java.util.Map;

/// JSON Pointers (RFC 6901), and the order in which a document has its places.
final class Pointers {
    private final Map<String, Integer> begins = new HashMap<>();
    private final Map<String, Integer> ends = new HashMap<>();
    private int next;

    private Pointers() {}

    static String child(String parent, String name) {
        return parent + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    static String parent(String pointer) {
        return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
    }

    /// Numbers every place of a document.
    static Pointers in(JsonNode document) {
        var pointers = new Pointers();
        pointers.number("", document);
        return pointers;
    }

    private void number(String pointer, JsonNode node) {
        begins.put(pointer, next++);
        if (node.isObject()) {
            node.entries().forEach(entry -> number(child(pointer, entry.getKey()), entry.getValue()));
        } else if (node.isArray()) {
            int i = 0;
            for (JsonNode entry : node.values()) {
                number(child(pointer, Integer.toString(i++)), entry);
            }
        }
        ends.put(pointer, next++);
    }

    /// The rank of a place; what is missing ranks at the end of the object that lacks it.
    int rank(String pointer) {
        Integer begin = begins.get(pointer);
        if (begin != null) {
            return begin;
        }
        return pointer.isEmpty() ? 0 : ends.getOrDefault(parent(pointer), rank(parent(pointer)));
    }
}
