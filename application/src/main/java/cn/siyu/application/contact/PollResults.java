package cn.siyu.application.contact;

import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.Ack;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.MassMessages;
import cn.siyu.application.channel.port.MassMessages.Delivery;
import cn.siyu.application.channel.port.MassMessages.Result;
import cn.siyu.application.channel.port.MassMessages.StaffTask;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.contact.port.Send;
import cn.siyu.application.contact.port.SendBatches;
import cn.siyu.application.contact.port.SendBatches.Running;
import cn.siyu.application.contact.port.SendResult;
import cn.siyu.application.contact.port.SendResults;
import cn.siyu.domain.brand.BrandId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Asks the platform what became of batches (群发结果): soon after they were sent, then less and
/// less often, until every recipient has a result. What staff have not confirmed in time is
/// cancelled at the platform.
public final class PollResults {
    static final String NOT_CONFIRMED = "NOT_CONFIRMED";
    private static final int AT_ONCE = 200;

    private final SendBatches batches;
    private final SendResults results;
    private final KeepResults keep;
    private final CallBatch calls;
    private final UnitOfWork work;
    private final PollSchedule schedule;

    public PollResults(
            SendBatches batches,
            SendResults results,
            KeepResults keep,
            CallBatch calls,
            UnitOfWork work,
            PollSchedule schedule) {
        this.batches = batches;
        this.results = results;
        this.keep = keep;
        this.calls = calls;
        this.work = work;
        this.schedule = schedule;
    }

    /// Asks about some batches that are due, oldest first.
    ///
    /// @return how many
    public int runDue(BrandId brand, Instant now, int atMost) {
        List<Running> due = batches.toPoll(brand, now, Math.min(atMost, AT_ONCE));
        Calls.each(due, calls.atOnce(brand), batch -> poll(brand, batch, now));
        return due.size();
    }

    /// When the next batch is to be asked about.
    public Optional<Instant> nextDueAt(BrandId brand) {
        return batches.nextPollAt(brand);
    }

    /// What a poll found.
    ///
    /// @param closed whether nothing can come any more: what has no result by now never gets one
    private record Found(
            Map<String, Result> results, @Nullable Instant confirmedAt, boolean closed) {
        static final Found NOTHING = new Found(Map.of(), null, false);
    }

    private void poll(BrandId brand, Running batch, Instant now) {
        var found = calls.connection(batch.sender())
                .map(connection -> ask(connection.massMessages(), batch, now))
                .orElse(Found.NOTHING);
        work.run(() -> write(brand, batch, found, now));
    }

    private static Found ask(MassMessages channel, Running batch, Instant now) {
        var task = new ReadTask(channel, batch);
        var staff = task.staff();
        Instant confirmedAt = staff.map(each -> confirmedAt(each, now)).orElse(null);
        boolean over = !now.isBefore(batch.confirmBy());
        boolean closed = over && cancelled(channel.cancel(batch.channelRef()));
        // staff may have confirmed in the moment before the cancellation: results are read after it
        boolean tells = staff.isPresent() && (confirmedAt != null || closed);
        var results = tells ? task.results() : ReadTask.Results.NONE;
        return new Found(results.byRecipient(), confirmedAt, closed && results.all());
    }

    private static @Nullable Instant confirmedAt(StaffTask staff, Instant now) {
        if (!staff.confirmed()) {
            return null;
        }
        Instant at = staff.confirmedAt();
        return at == null ? now : at;
    }

    /// Whether the platform certainly sends nothing more of it.
    private static boolean cancelled(Answer<Ack> answer) {
        return switch (answer) {
            case Answer.Done<Ack> _ -> true;
            case Answer.NotDone<Ack>(var reason, var _, var _) -> reason == NotDoneReason.TOO_LATE;
            case Answer.Unknown<Ack> _ -> false;
        };
    }

    private void write(BrandId brand, Running batch, Found found, Instant now) {
        List<Send> missing = results.missing(brand, batch.id());
        List<SendResult> learned = new ArrayList<>();
        for (Send send : missing) {
            var said = found.results().get(SendResult.route(send).recipient());
            var result = result(send, said, found, keep.windowAfter(brand, now), now);
            if (result != null) {
                learned.add(result);
            }
        }
        Instant settledAt = learned.size() == missing.size() ? now : null;
        Instant next = schedule.next(batch.polls() + 1, now, batch.confirmBy());
        Instant confirmedAt = batch.confirmedAt() == null ? found.confirmedAt() : batch.confirmedAt();
        if (batches.polled(brand, batch.id(), batch.polls(), confirmedAt, next, settledAt)) {
            keep.add(brand, batch.sender().channel(), missing, learned, now);
        }
    }

    private static @Nullable SendResult result(
            Send send, @Nullable Result said, Found found, Duration window, Instant now) {
        var delivery = said == null ? Delivery.WAITING : said.delivery();
        return switch (delivery) {
            case DELIVERED -> {
                Instant at = said == null || said.at() == null ? now : said.at();
                yield SendResult.delivered(send, at, at.plus(window));
            }
            case NOT_A_CONTACT, OVER_CAP -> SendResult.failed(send, delivery.name(), now);
            case UNRECOGNISED -> found.closed() ? SendResult.failed(send, delivery.name(), now) : null;
            case WAITING -> found.closed() ? SendResult.expired(send, NOT_CONFIRMED, now) : null;
        };
    }
}
