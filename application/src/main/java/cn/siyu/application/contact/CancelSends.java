package cn.siyu.application.contact;

import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.contact.port.Explanation;
import cn.siyu.application.contact.port.Send;
import cn.siyu.application.contact.port.Send.Verdict;
import cn.siyu.application.contact.port.SendBatches;
import cn.siyu.application.contact.port.Sends;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.SendBatchId;
import cn.siyu.domain.customer.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Takes back what an ended enrolment still wanted to send (取消触达): what is deferred, and what
/// is planned and not yet intended. What is intended or sent stays.
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
    /// @throws StaleAggregate if others keep deciding about one of them; the transaction may be
    ///     tried again
    public int ofEnrolments(BrandId brand, List<Ended> ended, String reason, Instant now) {
        if (ended.isEmpty()) {
            return 0;
        }
        List<Send> taken = take(brand, ended);
        sends.decideAgain(
                brand, taken.stream().map(send -> cancel(send, reason)).toList());
        refund(brand, taken, now);
        return taken.size();
    }

    private List<Send> take(BrandId brand, List<Ended> ended) {
        List<Long> enrolments = ended.stream().map(Ended::enrolment).toList();
        List<Long> customers =
                ended.stream().map(each -> each.customer().value()).toList();
        return new OpenSends(sends, batches, brand)
                .take(() -> sends.openOf(brand, enrolments, customers))
                .orElseThrow(() -> new StaleAggregate("enrolment", enrolments.getFirst()));
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
