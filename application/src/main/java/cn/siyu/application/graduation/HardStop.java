package cn.siyu.application.graduation;

import cn.siyu.application.contact.SendRequest;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.domain.contact.ConsentState;
import org.jspecify.annotations.Nullable;

/// Why nobody may be asked any more, by a message or by a person: the governor's hard stops.
final class HardStop {
    private HardStop() {}

    /// A stable code; null if nothing stands against it.
    static @Nullable String of(Reach reach) {
        if (reach.blacklisted()) {
            return "BLACKLISTED";
        }
        if (reach.optedOutOf(SendRequest.PRIVATE_CHAT)) {
            return "OPTED_OUT";
        }
        return reach.consent() == ConsentState.WITHDRAWN ? "NO_CONSENT" : null;
    }
}
