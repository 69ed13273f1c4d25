package cn.siyu.domain.channel.policy;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Laying one tree of values over another.
public final class PolicyTree {
    private PolicyTree() {}

    /// The base with the override's values in place of its own. Objects are merged key by key;
    /// everything else (text, number, list) is replaced whole. A key that only the override has is
    /// kept, so that reading can complain of it.
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

    /// Where two trees differ, in the order of the pointers. Objects are compared key by key,
    /// everything else whole.
    public static List<PolicyDifference> differences(Map<String, ?> before, Map<String, ?> after) {
        Map<String, Object> old = new TreeMap<>();
        Map<String, Object> now = new TreeMap<>();
        flatten("", before, old);
        flatten("", after, now);
        Set<String> pointers = new TreeSet<>(old.keySet());
        pointers.addAll(now.keySet());
        return pointers.stream()
                .filter(pointer -> !same(old.get(pointer), now.get(pointer)))
                .map(pointer -> new PolicyDifference(pointer, old.get(pointer), now.get(pointer)))
                .toList();
    }

    private static void flatten(String pointer, Map<?, ?> tree, Map<String, Object> into) {
        tree.forEach((key, value) -> {
            String below =
                    pointer + "/" + String.valueOf(key).replace("~", "~0").replace("/", "~1");
            if (value instanceof Map<?, ?> map) {
                flatten(below, map, into);
            } else {
                into.put(below, value);
            }
        });
    }

    /// The same number written another way is no difference.
    private static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number a && other instanceof Number b) {
            return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())) == 0;
        }
        return Objects.equals(one, other);
    }

    static Map<String, Object> texts(Map<?, ?> map) {
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((key, value) -> named.put(String.valueOf(key), value));
        return named;
    }
}
