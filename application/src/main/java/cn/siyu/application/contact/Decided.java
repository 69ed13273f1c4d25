package cn.siyu.application.contact;

import cn.siyu.application.channel.port.OutboundMessage;
import cn.siyu.application.contact.port.Explanation;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.Send;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A decision about one request, before it is written down.
///
/// @param reach what was known; null if the customer doesn't exist
/// @param message what will be sent; null if nothing will
/// @param reservedAt when its day was taken in the ledgers; null if none was
record Decided(
        Intended intended,
        Send.Aim aim,
        @Nullable Reach reach,
        Send.Decision decision,
        @Nullable OutboundMessage message,
        @Nullable Instant reservedAt) {
    boolean planned() {
        return decision.verdict() == Send.Verdict.PLANNED;
    }

    Send.@Nullable Route route() {
        var link = reach == null ? null : reach.link();
        return link == null ? null : route(link);
    }

    static Send.Route route(Reach.Link link) {
        return new Send.Route(link.relationship(), link.account(), link.identity(), link.recipient());
    }

    Reach.Link link() {
        return Objects.requireNonNull(Objects.requireNonNull(reach).link());
    }

    OutboundMessage content() {
        return Objects.requireNonNull(message);
    }

    SendOutcome outcome() {
        String reason = decision.reason() == null ? "" : decision.reason();
        var id = intended.id();
        return switch (decision.verdict()) {
            case PLANNED -> new SendOutcome.Planned(id);
            case DEFERRED -> new SendOutcome.Deferred(id, Objects.requireNonNull(decision.until()), reason);
            case REFUSED, CANCELLED -> new SendOutcome.Refused(id, reason, decision.explanation());
            case EXPIRED -> new SendOutcome.Expired(id, reason);
            case CONTROL -> new SendOutcome.Control(id);
            case BY_TASK -> new SendOutcome.ByTask(id, link().relationship(), content());
        };
    }

    static Send.Decision decision(Send.Verdict verdict, @Nullable String reason, Explanation explanation) {
        return new Send.Decision(verdict, reason, explanation, null);
    }
}
