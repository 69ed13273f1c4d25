package cn.siyu.application.contact;

import cn.siyu.application.contact.port.Sender;
import cn.siyu.domain.brand.BrandId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Which connections are not to be called for a while, because the far side said so or could not be
/// reached: one answer speaks for all calls. Forgotten on restart, which costs one call.
final class Standstill {
    private final Map<Key, Instant> until = new ConcurrentHashMap<>();

    private record Key(BrandId brand, String channel, String connection) {}

    private static Key key(BrandId brand, Sender sender) {
        return new Key(brand, sender.channel(), sender.connection());
    }

    /// No calls before a moment of the brand's time.
    void begin(BrandId brand, Sender sender, Instant end) {
        until.merge(key(brand, sender), end, (one, other) -> one.isAfter(other) ? one : other);
    }

    /// Until when there are to be no calls; empty if there may be.
    Optional<Instant> endsAt(BrandId brand, Sender sender, Instant now) {
        return Optional.ofNullable(until.get(key(brand, sender))).filter(now::isBefore);
    }
}
