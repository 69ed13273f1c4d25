package cn.siyu.adapter.wecom.role;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// The few ways in which request bodies are put together.
final class Bodies {
    private Bodies() {}

    static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode body(String field, String value) {
        return body().put(field, value);
    }

    static ObjectNode texts(ObjectNode body, String field, Collection<String> values) {
        var array = body.putArray(field);
        values.forEach(array::add);
        return body;
    }

    static ObjectNode page(ObjectNode body, @Nullable String cursor, int limit) {
        if (cursor != null) {
            body.put("cursor", cursor);
        }
        return body.put("limit", limit);
    }
}
