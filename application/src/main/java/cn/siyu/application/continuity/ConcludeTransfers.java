package cn.siyu.application.continuity;

import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.channel.port.Transfers.Outcome;
import cn.siyu.application.channel.port.Transfers.Refusal;
import cn.siyu.application.continuity.port.Inheritances;
import cn.siyu.application.continuity.port.Inheritances.Standing;
import cn.siyu.application.continuity.port.TransferBook;
import cn.siyu.application.continuity.port.TransferCall;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.continuity.Inheritance;
import cn.siyu.domain.continuity.InheritanceId;
import cn.siyu.domain.continuity.Transfer;
import cn.siyu.domain.continuity.Transfer.Reason;
import cn.siyu.domain.continuity.Transfer.State;
import cn.siyu.domain.continuity.TransferLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes down what the channel said of a call: accepted, refused with the reason, not done, or
/// nobody knows.
public final class ConcludeTransfers {
    /// How long after a call that nobody knows of the channel is looked at.
    static final Duration LOOK_AFTER = Duration.ofMinutes(1);

    private static final Duration RETRY = Duration.ofMinutes(1);

    private final Inheritances inheritances;
    private final TransferBook book;
    private final Reassign reassign;
    private final FinishInheritance finish;
    private final UnitOfWork work;

    public ConcludeTransfers(Inheritances inheritances, TransferBook book, Reassign reassign, UnitOfWork work) {
        this.inheritances = inheritances;
        this.book = book;
        this.reassign = reassign;
        this.finish = new FinishInheritance(inheritances, book);
        this.work = work;
    }

    /// What becomes of a transfer.
    private sealed interface Fate {
        /// It is this now.
        record Is(Transfer transfer) implements Fate {}

        /// Its taker takes over no more.
        record Elsewhere(Transfer transfer, Standing why) implements Fate {}
    }

    /// Writes an answer down; one that comes too late, because somebody has begun to look for the
    /// call, changes nothing.
    void answered(
            BrandId brand,
            InheritanceId inheritance,
            long call,
            List<Transfer> asked,
            TransferLimits limits,
            Answer<Outcome> answer,
            Instant now) {
        try {
            work.run(() -> {
                inheritances.lock(brand, inheritance);
                var order =
                        troubled(brand, inheritances.find(brand, inheritance).orElseThrow(), answer);
                var fates = asked.stream()
                        .map(one -> fate(order, one, limits, answer, now))
                        .toList();
                var after = settled(brand, order, fates, now);
                book.replace(brand, after);
                if (!book.conclude(brand, call, state(answer), problem(answer), readAt(after, now))) {
                    throw new StaleAggregate("call", call);
                }
                finish.ifOver(brand, inheritance, now);
            });
        } catch (StaleAggregate tooLate) {
            // what the channel has of it is read, like that of a caller who is gone
        }
    }

    /// What only a person can mend is shown with the order.
    private Inheritance troubled(BrandId brand, Inheritance order, Answer<Outcome> answer) {
        if (answer instanceof Answer.NotDone<Outcome> not && !not.reason().passing()) {
            var troubled = order.troubled(not.reason() + ": " + not.detail());
            inheritances.replace(brand, troubled);
            return troubled;
        }
        return order;
    }

    /// Writes transfers down, and ends orders that are over with them; inside the caller's
    /// transaction.
    void write(BrandId brand, List<Transfer> transfers, Instant now) {
        book.replace(brand, transfers);
        var touched = new LinkedHashSet<InheritanceId>();
        transfers.stream().filter(one -> !one.open()).forEach(one -> touched.add(one.inheritance()));
        touched.forEach(one -> finish.ifOver(brand, one, now));
    }

    private static Fate fate(
            Inheritance order, Transfer one, TransferLimits limits, Answer<Outcome> answer, Instant now) {
        return switch (answer) {
            case Answer.Done<Outcome>(var outcome) -> {
                var refusal = outcome.refused().get(one.subject().ref());
                yield refusal == null
                        ? new Fate.Is(accepted(order, one, limits, now))
                        : refused(one, refusal, limits, now);
            }
            case Answer.NotDone<Outcome> not -> notDone(one, not, limits, now);
            case Answer.Unknown<Outcome> _ -> new Fate.Is(one.unknown(Reason.UNANSWERED));
        };
    }

    private static Transfer accepted(Inheritance order, Transfer one, TransferLimits limits, Instant now) {
        boolean atOnce = !one.ofCustomer() && order.kind() == Inheritance.Kind.ON_THE_JOB;
        return atOnce
                ? one.taken(null, now, now)
                : one.waiting(now.plus(limits.transfers().takenAfter()));
    }

    private static Fate refused(Transfer one, Refusal refusal, TransferLimits limits, Instant now) {
        return switch (refusal) {
            case NOT_FOUND -> new Fate.Is(one.ended(State.IMPOSSIBLE, Reason.NOT_A_CONTACT, now));
            case WRONG_KIND -> new Fate.Is(one.ended(State.IMPOSSIBLE, Reason.WRONG_KIND, now));
            case UNDER_WAY -> new Fate.Is(one.unknown(Reason.UNDER_WAY));
            case UNRECOGNISED -> new Fate.Is(one.ended(State.IMPOSSIBLE, Reason.UNRECOGNISED, now));
            // a full group has room for nobody, whoever it is
            case FULL ->
                one.ofCustomer()
                        ? new Fate.Elsewhere(one, Standing.FULL)
                        : new Fate.Is(one.ended(State.NO_CAPACITY, null, now));
            // a group may be its taker's already
            case TAKER_UNFIT ->
                one.ofCustomer()
                        ? new Fate.Elsewhere(one, Standing.UNFIT)
                        : new Fate.Is(one.unknown(Reason.TAKER_UNFIT));
            case NOT_TODAY -> new Fate.Is(one.queued(one.taker(), limits.tomorrow(now), Reason.PLATFORM_LIMIT));
            case TOO_OFTEN -> new Fate.Is(one.ended(State.LIMIT_REACHED, null, now));
        };
    }

    private static Fate notDone(Transfer one, Answer.NotDone<Outcome> not, TransferLimits limits, Instant now) {
        if (not.reason().passing()) {
            var wait = not.retryAfter() == null || not.retryAfter().compareTo(RETRY) < 0 ? RETRY : not.retryAfter();
            return new Fate.Is(one.queued(one.taker(), now.plus(wait), Reason.CHANNEL_AWAY));
        }
        if (not.reason() == NotDoneReason.QUOTA) {
            return new Fate.Is(one.queued(one.taker(), limits.tomorrow(now), Reason.PLATFORM_LIMIT));
        }
        return not.reason() == NotDoneReason.UNSUPPORTED
                ? new Fate.Is(one.ended(State.IMPOSSIBLE, Reason.CHANNEL_CANNOT, now))
                : new Fate.Elsewhere(one, Standing.UNFIT);
    }

    private List<Transfer> settled(BrandId brand, Inheritance order, List<Fate> fates, Instant now) {
        var after = new ArrayList<Transfer>();
        var elsewhere = new LinkedHashMap<Standing, List<Transfer>>();
        for (Fate fate : fates) {
            switch (fate) {
                case Fate.Is(var transfer) -> after.add(transfer);
                case Fate.Elsewhere(var transfer, var why) ->
                    elsewhere.computeIfAbsent(why, _ -> new ArrayList<>()).add(transfer);
            }
        }
        after.addAll(elsewhere(brand, order, elsewhere, now));
        return stopped(order, after, now);
    }

    /// Who was to take over gets nothing more; others do, as far as there are any.
    List<Transfer> elsewhere(BrandId brand, Inheritance order, Map<Standing, List<Transfer>> stuck, Instant now) {
        var after = new ArrayList<Transfer>();
        stuck.forEach((why, transfers) ->
                after.addAll(reassign.away(brand, order, transfers.getFirst().taker(), why, transfers, now)));
        return after;
    }

    /// Of an order that was stopped nothing is asked for any more.
    static List<Transfer> stopped(Inheritance order, List<Transfer> transfers, Instant now) {
        return order.active()
                ? transfers
                : transfers.stream()
                        .map(one -> one.state() == State.QUEUED ? one.ended(State.CANCELLED, null, now) : one)
                        .toList();
    }

    private static TransferCall.State state(Answer<Outcome> answer) {
        return switch (answer) {
            case Answer.Done<Outcome> _ -> TransferCall.State.DONE;
            case Answer.NotDone<Outcome> _ -> TransferCall.State.NOT_DONE;
            case Answer.Unknown<Outcome> _ -> TransferCall.State.UNKNOWN;
        };
    }

    private static @Nullable String problem(Answer<Outcome> answer) {
        return switch (answer) {
            case Answer.Done<Outcome> _ -> null;
            case Answer.NotDone<Outcome> not -> not.reason() + ": " + not.detail();
            case Answer.Unknown<Outcome>(var detail) -> detail;
        };
    }

    /// When the channel tells more.
    static @Nullable Instant readAt(List<Transfer> transfers, Instant now) {
        Optional<Instant> first = transfers.stream()
                .filter(one -> one.state() == State.WAITING || one.state() == State.UNKNOWN)
                .map(one ->
                        one.state() == State.UNKNOWN || one.takenAt() == null ? now.plus(LOOK_AFTER) : one.takenAt())
                .min(Instant::compareTo);
        return first.map(at -> at.isAfter(now) ? at : now.plus(LOOK_AFTER)).orElse(null);
    }
}
