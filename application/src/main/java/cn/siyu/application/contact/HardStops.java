package cn.siyu.application.contact;

import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.Reachability;
import cn.siyu.application.contact.port.Send;
import cn.siyu.application.contact.port.Sends;
import cn.siyu.application.contact.port.Wanted;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.ContactDecision;
import cn.siyu.domain.contact.ContactLedger;
import cn.siyu.domain.contact.Refusal;
import cn.siyu.domain.contact.RefusalReason;
import cn.siyu.domain.contact.SendId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which messages that people have must not be sent any more (硬性停止), whatever wanted them: the
/// customer was lost over that account or banned, opted out, or took consent back.
public final class HardStops {
    private final Sends sends;
    private final Reachability reachability;
    private final Rules rules;

    public HardStops(Sends sends, Reachability reachability, Rules rules) {
        this.sends = sends;
        this.reachability = reachability;
        this.rules = rules;
    }

    /// The reasons of those that are stopped.
    ///
    /// @param handed at most 5,000
    public Map<SendId, String> among(BrandId brand, Collection<SendId> handed, Instant now) {
        List<Send> messages = sends.byTask(brand, handed);
        Map<Wanted, Reach> reaches =
                reachability.of(brand, messages.stream().map(Admission::wanted).collect(Collectors.toSet()));
        var moment = rules.at(brand, now);
        Map<SendId, String> stopped = new HashMap<>();
        for (Send message : messages) {
            Reach known = reaches.get(Admission.wanted(message));
            stop(message, known == null ? Admission.gone(message) : known, moment)
                    .ifPresent(reason -> stopped.put(message.id(), reason.code()));
        }
        return stopped;
    }

    private static Optional<RefusalReason> stop(Send message, Reach reach, Rules.AtMoment moment) {
        var link = reach.link();
        var governor =
                link == null ? moment.governor() : moment.governor(link.sender().channel());
        return switch (Judgement.of(governor, reach, message.aim(), ContactLedger.EMPTY, null, moment.now())) {
            case ContactDecision.Allowed _, ContactDecision.Deferred _ -> Optional.empty();
            case ContactDecision.Refused no ->
                no.reasons().stream()
                        .map(Refusal::reason)
                        .filter(RefusalReason::stops)
                        .findFirst();
        };
    }
}
