package cn.siyu.adapter.http.json;

import io.micronaut.json.tree.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/// JSON Merge Patch (RFC 7396): what the patch names replaces, null removes, objects merge, lists
/// are replaced as a whole.
final class MergePatch {
    private MergePatch() {}

    static JsonNode apply(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        Map<String, JsonNode> merged = new LinkedHashMap<>();
        if (target.isObject()) {
            target.entries().forEach(entry -> merged.put(entry.getKey(), entry.getValue()));
        }
        patch.entries().forEach(entry -> {
            String name = entry.getKey();
            if (entry.getValue().isNull()) {
                merged.remove(name);
            } else {
                merged.put(name, apply(merged.getOrDefault(name, JsonNode.nullNode()), entry.getValue()));
            }
        });
        return JsonNode.createObjectNode(merged);
    }
}
