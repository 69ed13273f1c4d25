package cn.siyu.domain.channel.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Laying one tree of values over another.
public final class PolicyTree {
    private PolicyTree() {}

    /// The base with the override's values in place of its own. Objects are merged key by key; everything else
    /// (text,
    /// number, list) is replaced whole. A key that only the override has is kept, so that reading can complain
    /// of it.
    public static Map<String, Object> merge(Map<String, ?> base, Map<String, ?> over) {
        Map<String, Object> merged = new LinkedHashMap<>(base);
        over.forEach((key, value) -> merged.merge(key, value, PolicyTree::mergeValue));
        return Collections.unmodifiableMap(merged);
    }

    private static Object mergeValue(Object base, Object over) {
        if (base instanceof Map<?, ?> below && over instanceof Map<?, ?> above) {
            return merge(texts(below), texts(above));
        }
        return over;
    }

    static Map<String, Object> texts(Map<?, ?> map) {
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((key, value) -> named.put(String.valueOf(key), value));
        return named;
    }
}
