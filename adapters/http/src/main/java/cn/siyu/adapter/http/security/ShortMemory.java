package cn.siyu.adapter.http.security;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Keeps answers for a short while, so that a request costs no query; bounded, because anybody can
/// ask for anything.
final class ShortMemory<K, V> {
    private static final int MOST = 10_000;

    private final ConcurrentHashMap<K, Kept<V>> kept = new ConcurrentHashMap<>();
    private final long millis;
    private final InstantSource clock;

    ShortMemory(Duration keep, InstantSource clock) {
        this.millis = keep.toMillis();
        this.clock = clock;
    }

    /// The answer for a key, remembered or fetched.
    V get(K key, Function<K, V> fetch) {
        long now = clock.millis();
        Kept<V> found = kept.get(key);
        if (found != null && now >= found.at() && now - found.at() < millis) {
            return found.value();
        }
        V value = fetch.apply(key);
        if (kept.size() >= MOST) {
            kept.clear();
        }
        kept.put(key, new Kept<>(value, now));
        return value;
    }

    private record Kept<V>(V value, long at) {}
}
