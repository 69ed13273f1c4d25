package cn.siyu.application.contact;

import cn.siyu.application.contact.port.Explanation;
import cn.siyu.application.contact.port.Send;
import cn.siyu.application.contact.port.Send.Verdict;
import cn.siyu.application.contact.port.SendResult;
import cn.siyu.application.contact.port.Sends;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.SendId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Writes down what became of messages that were handed to a person (人工发送结果). What was sent
/// is delivered, counts in the ledgers from that moment, and opens its response window, from which
/// evidence follows as from any other delivered message. What was not sent is taken back, and what
/// it had reserved is given back.
public final class ConcludeByHand {
    private final Sends sends;
    private final KeepResults keep;
    private final Ledgers ledgers;
    private final Rules rules;

    public ConcludeByHand(Sends sends, KeepResults keep, Ledgers ledgers, Rules rules) {
        this.sends = sends;
        this.keep = keep;
        this.ledgers = ledgers;
        this.rules = rules;
    }

    /// What a person did about a message.
    public sealed interface End {
        SendId send();

        /// The customer has it.
        record Sent(SendId send, Instant at) implements End {}

        /// Nobody sent it in time.
        ///
        /// @param reason a stable code of at most 40 characters
        record TooLate(SendId send, String reason) implements End {}

        /// It was decided not to send it.
        ///
        /// @param reason a stable code of at most 40 characters
        record Dropped(SendId send, String reason) implements End {}
    }

    /// Each send ends once; inside the caller's transaction.
    public void conclude(BrandId brand, List<End> ends, Instant now) {
        Map<SendId, End> bySend = new HashMap<>();
        ends.forEach(end -> bySend.put(end.send(), end));
        List<Send> handed = sends.byTask(brand, bySend.keySet());
        Duration window = keep.windowAfter(brand, now);
        List<SendResult> delivered = new ArrayList<>();
        List<Send> unsent = new ArrayList<>();
        List<Send> taken = new ArrayList<>();
        for (Send send : handed) {
            switch (Objects.requireNonNull(bySend.get(send.id()))) {
                case End.Sent(var _, Instant at) -> delivered.add(SendResult.delivered(send, at, at.plus(window)));
                case End.TooLate(var _, String reason) -> {
                    unsent.add(send);
                    taken.add(takenBack(send, Verdict.EXPIRED, reason));
                }
                case End.Dropped(var _, String reason) -> {
                    unsent.add(send);
                    taken.add(takenBack(send, Verdict.CANCELLED, reason));
                }
            }
        }
        var moment = rules.at(brand, now);
        keep.add(brand, moment.anyChannel(), handed, delivered, now);
        ledgers.refund(brand, unsent, _ -> moment.platform(moment.anyChannel()).zone());
        sends.decideAgain(brand, taken);
    }

    private static Send takenBack(Send send, Verdict verdict, String reason) {
        var explanation =
                new Explanation(send.decision().explanation().policy(), List.of(), null).and(reason, Map.of(), "NONE");
        return send.decided(Decided.decision(verdict, reason, explanation), null, null);
    }
}
