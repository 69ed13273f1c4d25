package cn.siyu.application.contact;

import cn.siyu.application.contact.port.Explanation;
import cn.siyu.application.contact.port.Send;
import cn.siyu.application.contact.port.Send.Verdict;
import cn.siyu.application.contact.port.SendBatches;
import cn.siyu.application.contact.port.Sends;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.SendBatchId;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.customer.CustomerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Takes back what an ended enrolment still wanted to send (取消触达): what is deferred, and what is
/// planned and not yet intended. What is intended or sent stays.
public final class CancelSends {
    private final Sends sends;
    private final SendBatches batches;
    private final Ledgers ledgers;
    private final Rules rules;

    public CancelSends(Sends sends, SendBatches batches, Ledgers ledgers, Rules rules) {
        this.sends = sends;
        this.batches = batches;
        this.ledgers = ledgers;
        this.rules = rules;
    }

    /// An enrolment with its customer.
    public record Ended(long enrolment, CustomerId customer) {}

    /// Inside the caller's transaction.
    ///
    /// @param reason a stable code: why the enrolments ended
    /// @return how many sends were taken back
    public int ofEnrolments(BrandId brand, List<Ended> ended, String reason, Instant now) {
        if (ended.isEmpty()) {
            return 0;
        }
        List<Send> open = sends.openOf(
                brand,
                ended.stream().map(Ended::enrolment).toList(),
                ended.stream().map(each -> each.customer().value()).toList());
        Set<SendBatchId> planned = batches.lockPlanned(
                brand, open.stream().map(Send::batch).filter(Objects::nonNull).collect(Collectors.toSet()));
        List<Send> cancelled = new ArrayList<>();
        for (Send send : open) {
            var batch = send.batch();
            if (batch == null || planned.contains(batch)) {
                cancelled.add(send);
            }
        }
        sends.dropDeferral(brand, deferred(cancelled));
        sends.decideAgain(
                brand, cancelled.stream().map(send -> cancel(send, reason)).toList());
        refund(brand, cancelled, now);
        return cancelled.size();
    }

    private static List<SendId> deferred(List<Send> sends) {
        return sends.stream()
                .filter(send -> send.decision().verdict() == Verdict.DEFERRED)
                .map(Send::id)
                .toList();
    }

    private static Send cancel(Send send, String reason) {
        var explanation =
                new Explanation(send.decision().explanation().policy(), List.of(), null).and(reason, Map.of(), "NONE");
        return send.decided(Decided.decision(Verdict.CANCELLED, reason, explanation), null, null);
    }

    private void refund(BrandId brand, List<Send> cancelled, Instant now) {
        var moment = rules.at(brand, now);
        Map<SendBatchId, String> channels = batches.channels(
                brand,
                cancelled.stream().map(Send::batch).filter(Objects::nonNull).collect(Collectors.toSet()));
        ledgers.refund(
                brand,
                cancelled,
                send -> moment.platform(channels.getOrDefault(Objects.requireNonNull(send.batch()), ""))
                        .zone());
    }
}
