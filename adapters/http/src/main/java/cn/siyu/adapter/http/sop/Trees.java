package cn.siyu.adapter.http.sop;

import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// JSON as the core reads it: maps, lists and plain values.
final class Trees {
    private Trees() {}

    static Object plain(JsonNode node) {
        Object value = value(node);
        return value == null ? "" : value;
    }

    private static @Nullable Object value(JsonNode node) {
        if (node.isObject()) {
            var map = new LinkedHashMap<String, @Nullable Object>();
            node.entries().forEach(entry -> map.put(entry.getKey(), value(entry.getValue())));
            return map;
        }
        if (node.isArray()) {
            var list = new ArrayList<@Nullable Object>();
            node.values().forEach(each -> list.add(value(each)));
            return list;
        }
        if (node.isNull()) {
            return null;
        }
        if (node.isNumber()) {
            return node.getNumberValue();
        }
        return node.isBoolean() ? node.getBooleanValue() : node.coerceStringValue();
    }
}
