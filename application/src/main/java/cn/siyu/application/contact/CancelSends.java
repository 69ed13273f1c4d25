package cn.siyu.application.contact;

import cn.siyu.application.brand.port.StaleAggregate;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Takes back what an ended enrolment still wanted to send (取消触达): what is deferred, and what is
/// planned and not yet intended. What is intended or sent stays.
public final class CancelSends {
    /// A send moves once or twice while we look; more often it moves only if others never rest.
    private static final int MOST_LOOKS = 10;

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
    /// @throws StaleAggregate if others keep deciding about one of them; the transaction may be tried again
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

    /// The open sends of enrolments, as they are once nobody else can change them. Whoever was deciding about one
    /// while we came has decided by then, perhaps otherwise: planned it, or put it off. So it is looked at until
    /// nothing has moved.
    private List<Send> take(BrandId brand, List<Ended> ended) {
        List<Long> enrolments = ended.stream().map(Ended::enrolment).toList();
        List<Long> customers =
                ended.stream().map(each -> each.customer().value()).toList();
        var hold = new Hold(brand);
        for (int look = 0; look < MOST_LOOKS; look++) {
            List<Send> open = sends.openOf(brand, enrolments, customers);
            if (!hold.reaches(open)) {
                return open.stream().filter(hold::holds).toList();
            }
        }
        throw new StaleAggregate("enrolment", enrolments.getFirst());
    }

    /// What is ours until the end of the transaction.
    private final class Hold {
        private final BrandId brand;
        private final Set<SendId> deferrals = new HashSet<>();
        private final Set<SendBatchId> planned = new HashSet<>();
        private final Set<SendBatchId> asked = new HashSet<>();

        Hold(BrandId brand) {
            this.brand = brand;
        }

        boolean holds(Send send) {
            var batch = send.batch();
            return batch == null ? deferrals.contains(send.id()) : planned.contains(batch);
        }

        /// Reaches for what isn't ours.
        ///
        /// @return false if there was nothing to reach for
        boolean reaches(List<Send> open) {
            List<Send> loose = open.stream().filter(send -> !holds(send)).toList();
            List<SendId> put = loose.stream()
                    .filter(send -> send.batch() == null)
                    .map(Send::id)
                    .toList();
            Set<SendBatchId> in = loose.stream()
                    .map(Send::batch)
                    .filter(Objects::nonNull)
                    .filter(batch -> !asked.contains(batch))
                    .collect(Collectors.toSet());
            if (put.isEmpty() && in.isEmpty()) {
                return false;
            }
            deferrals.addAll(sends.dropDeferrals(brand, put));
            planned.addAll(batches.lockPlanned(brand, in));
            asked.addAll(in);
            return true;
        }
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
