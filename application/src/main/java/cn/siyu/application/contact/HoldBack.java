package cn.siyu.application.contact;

import cn.siyu.application.contact.port.Explanation;
import cn.siyu.application.contact.port.PausedSops;
import cn.siyu.application.contact.port.Send;
import cn.siyu.application.contact.port.Send.Verdict;
import cn.siyu.application.contact.port.SendOrigin;
import cn.siyu.domain.brand.BrandId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Holds back what a paused SOP (暂停) wants: until it is resumed, at most until the send's
/// deadline.
public final class HoldBack {
    private static final String REMEDY = "RESUMPTION";

    private final PausedSops paused;

    public HoldBack(PausedSops paused) {
        this.paused = paused;
    }

    /// Which of the sends belong to SOPs that stand still; inside a transaction. One question,
    /// however many sends.
    Predicate<Send> among(BrandId brand, Collection<Send> sends) {
        Set<Long> sops = sends.stream()
                .map(Send::origin)
                .filter(Objects::nonNull)
                .map(SendOrigin::sop)
                .collect(Collectors.toSet());
        Set<Long> still = sops.isEmpty() ? Set.of() : paused.lock(brand, sops);
        return send -> {
            var origin = send.origin();
            return origin != null && still.contains(origin.sop());
        };
    }

    /// The send as it waits for its SOP; expired if it waited too long.
    static Send held(Send send, Instant now) {
        var explanation = new Explanation(send.decision().explanation().policy(), List.of(), null)
                .and(Send.SOP_PAUSED, Map.of(), REMEDY);
        Instant deadline = send.aim().deadline();
        var decision = now.isBefore(deadline)
                ? new Send.Decision(Verdict.DEFERRED, Send.SOP_PAUSED, explanation, deadline)
                : Decided.decision(Verdict.EXPIRED, Send.SOP_PAUSED, explanation);
        return send.decided(decision, null, null);
    }
}
