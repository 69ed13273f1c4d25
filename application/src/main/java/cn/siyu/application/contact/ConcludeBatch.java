package cn.siyu.application.contact;

import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.contact.port.BatchOutcome;
import cn.siyu.application.contact.port.Send;
import cn.siyu.application.contact.port.SendBatches;
import cn.siyu.application.contact.port.SendResult;
import cn.siyu.application.contact.port.SendResults;
import cn.siyu.application.contact.port.Sends;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.BatchState;
import cn.siyu.domain.contact.SendBatchId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Writes down how a batch ended: what it really sent, and, given back, what it certainly did not.
public final class ConcludeBatch {
    static final String UNSENDABLE = "UNSENDABLE";
    static final String DEADLINE = "DEADLINE";

    private final SendBatches batches;
    private final Sends sends;
    private final SendResults results;
    private final Ledgers ledgers;
    private final Rules rules;
    private final UnitOfWork work;

    public ConcludeBatch(
            SendBatches batches, Sends sends, SendResults results, Ledgers ledgers, Rules rules, UnitOfWork work) {
        this.batches = batches;
        this.sends = sends;
        this.results = results;
        this.ledgers = ledgers;
        this.rules = rules;
        this.work = work;
    }

    /// What became of a call, in one commit, and only for the epoch that called.
    ///
    /// @param unsendable recipients the platform will not try
    /// @return false if another epoch has taken over and nothing was written
    boolean conclude(BrandId brand, Claimed claimed, BatchOutcome outcome, Set<String> unsendable, Instant now) {
        return work.inTransaction(() -> {
            var id = claimed.due().batch().id();
            if (!batches.conclude(brand, id, claimed.epoch(), outcome)) {
                return false;
            }
            switch (outcome) {
                case BatchOutcome.Sent _ -> failUnsendable(brand, claimed, unsendable, now);
                case BatchOutcome.Delivered(Instant at) -> deliver(brand, claimed, at);
                case BatchOutcome.Failed _, BatchOutcome.TooLate _ -> refund(brand, claimed, claimed.members(), now);
                case BatchOutcome.Waits _, BatchOutcome.Unknown _ -> {}
            }
            return true;
        });
    }

    /// Ends planned batches whose deadline has passed; what they reserved is given back.
    void expire(BrandId brand, List<SendBatches.Due> overdue, Instant now) {
        end(brand, overdue, BatchState.EXPIRED, DEADLINE, now);
    }

    /// Ends batches that are still planned; what they reserved is given back.
    void end(BrandId brand, List<SendBatches.Due> planned, BatchState end, String reason, Instant now) {
        Map<SendBatchId, String> channels = new HashMap<>();
        planned.forEach(due -> channels.put(due.batch().id(), due.sender().channel()));
        work.run(() -> {
            var ours = batches.lockPlanned(brand, channels.keySet());
            batches.end(brand, ours, end, reason, now);
            var moment = rules.at(brand, now);
            ledgers.refund(
                    brand,
                    sends.inBatches(brand, ours),
                    send -> moment.platform(channels.getOrDefault(Objects.requireNonNull(send.batch()), ""))
                            .zone());
        });
    }

    private void failUnsendable(BrandId brand, Claimed claimed, Set<String> unsendable, Instant now) {
        List<Send> failed = claimed.members().stream()
                .filter(send -> unsendable.contains(SendResult.route(send).recipient()))
                .toList();
        results.add(
                brand,
                failed.stream()
                        .map(send -> SendResult.failed(send, UNSENDABLE, now))
                        .toList());
        refund(brand, claimed, failed, now);
    }

    private void deliver(BrandId brand, Claimed claimed, Instant at) {
        Instant until = at.plus(rules.at(brand, at).contact().responseWindow());
        results.add(
                brand,
                claimed.members().stream()
                        .map(send -> SendResult.delivered(send, at, until))
                        .toList());
    }

    private void refund(BrandId brand, Claimed claimed, List<Send> unsent, Instant now) {
        var zone =
                rules.at(brand, now).platform(claimed.due().sender().channel()).zone();
        ledgers.refund(brand, unsent, _ -> zone);
    }
}
