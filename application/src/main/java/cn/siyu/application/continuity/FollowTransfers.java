package cn.siyu.application.continuity;

import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.continuity.TakeOver.Taken;
import cn.siyu.application.continuity.TransferReading.Seen;
import cn.siyu.application.continuity.port.Inheritances;
import cn.siyu.application.continuity.port.Inheritances.Standing;
import cn.siyu.application.continuity.port.TransferBook;
import cn.siyu.application.continuity.port.TransferCall;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.continuity.Inheritance;
import cn.siyu.domain.continuity.InheritanceId;
import cn.siyu.domain.continuity.Transfer;
import cn.siyu.domain.continuity.Transfer.Reason;
import cn.siyu.domain.continuity.Transfer.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Follows transfers to their end by what the channel has of them (跟踪接替结果). Only that counts:
/// callbacks make it be read sooner, and in whatever order they come, or not at all, the end is the
/// same.
public final class FollowTransfers {
    private static final int CALLS = 500;

    /// Transfers in one transaction.
    private static final int CHUNK = 200;

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(2);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final int MOST_DOUBLINGS = 10;

    /// A call that nobody knows of and that the channel does not show after so long did not arrive.
    private static final Duration CERTAINLY_LOST = Duration.ofMinutes(10);

    /// A transfer that the channel accepted and does not show so long after its time is not known
    /// there any more.
    private static final Duration FORGOTTEN = Duration.ofDays(7);

    /// The channel's clock may be a little behind ours.
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final Inheritances inheritances;
    private final TransferBook book;
    private final ChannelAccounts accounts;
    private final Connections connections;
    private final TakeOver takeOver;
    private final ConcludeTransfers conclusions;
    private final UnitOfWork work;

    public FollowTransfers(
            Inheritances inheritances,
            TransferBook book,
            ChannelAccounts accounts,
            Connections connections,
            TakeOver takeOver,
            ConcludeTransfers conclusions,
            UnitOfWork work) {
        this.inheritances = inheritances;
        this.book = book;
        this.accounts = accounts;
        this.connections = connections;
        this.takeOver = takeOver;
        this.conclusions = conclusions;
        this.work = work;
    }

    private record Pair(ChannelAccountId from, ChannelAccountId to, boolean left, boolean ofCustomers) {
        static Pair of(TransferCall call) {
            return new Pair(call.from(), call.to(), call.afterLeaving(), call.ofCustomers());
        }
    }

    /// Reads what became of calls that are due.
    ///
    /// @return how many calls were looked at
    int runDue(BrandId brand, Instant now, int atMost) {
        var due = book.toRead(brand, now, Math.min(atMost, CALLS));
        var pairs = new LinkedHashMap<Pair, List<TransferCall>>();
        due.forEach(call ->
                pairs.computeIfAbsent(Pair.of(call), _ -> new ArrayList<>()).add(call));
        pairs.forEach((pair, calls) -> follow(brand, pair, calls, now));
        return due.size();
    }

    private void follow(BrandId brand, Pair pair, List<TransferCall> calls, Instant now) {
        var from = accounts.find(brand, pair.from()).orElseThrow();
        var to = accounts.find(brand, pair.to()).orElseThrow();
        var reading = connections
                .of(from)
                .map(connection -> pair.ofCustomers()
                        ? TransferReading.ofCustomers(connection, from, to, pair.left())
                        : TransferReading.ofGroups(connection, from, to))
                .orElseGet(TransferReading::failed);
        if (reading.complete()) {
            var open = book.openIn(brand, calls.stream().map(TransferCall::id).toList());
            var orders = open.stream()
                    .collect(Collectors.groupingBy(Transfer::inheritance, LinkedHashMap::new, Collectors.toList()));
            orders.forEach((order, transfers) -> settle(brand, order, transfers, reading, now));
        }
        again(brand, calls, now);
    }

    private void settle(BrandId brand, InheritanceId id, List<Transfer> open, TransferReading reading, Instant now) {
        for (int at = 0; at < open.size(); at += CHUNK) {
            var chunk = open.subList(at, Math.min(at + CHUNK, open.size()));
            try {
                work.run(() -> {
                    inheritances.lock(brand, id);
                    settled(brand, inheritances.find(brand, id).orElseThrow(), chunk, reading, now);
                });
            } catch (StaleAggregate raced) {
                // somebody else follows them too; what they have not written is read again
            }
        }
    }

    private void settled(BrandId brand, Inheritance order, List<Transfer> chunk, TransferReading reading, Instant now) {
        var after = new ArrayList<Transfer>();
        var taken = new ArrayList<Taken>();
        var elsewhere = new LinkedHashMap<Standing, List<Transfer>>();
        for (Transfer one : chunk) {
            switch (verdict(one, reading.of(one), now)) {
                case Verdict.Same() -> {}
                case Verdict.Now(var transfer) -> after.add(transfer);
                case Verdict.TakenOver(var moment) -> {
                    if (one.ofCustomer()) {
                        taken.add(new Taken(one, moment));
                    } else {
                        after.add(one.taken(null, moment, now));
                    }
                }
                case Verdict.Elsewhere(var why) ->
                    elsewhere.computeIfAbsent(why, _ -> new ArrayList<>()).add(one);
            }
        }
        after.addAll(takeOver.take(brand, order.kind(), taken, now));
        after.addAll(conclusions.elsewhere(brand, order, elsewhere, now));
        conclusions.write(brand, ConcludeTransfers.stopped(order, after, now), now);
    }

    /// What a reading makes of a transfer.
    private sealed interface Verdict {
        record Same() implements Verdict {}

        record Now(Transfer transfer) implements Verdict {}

        record TakenOver(Instant at) implements Verdict {}

        record Elsewhere(Standing why) implements Verdict {}
    }

    private static Verdict verdict(Transfer one, Seen seen, Instant now) {
        return switch (seen) {
            case Seen.Done(var at) -> older(one, at) ? absent(one, now) : new Verdict.TakenOver(at == null ? now : at);
            case Seen.Waits(var at) ->
                one.state() == State.WAITING && (at == null || at.equals(one.takenAt()))
                        ? new Verdict.Same()
                        : new Verdict.Now(one.waiting(at));
            case Seen.Refused() -> new Verdict.Now(one.ended(State.REFUSED, null, now));
            case Seen.Full() -> new Verdict.Elsewhere(Standing.FULL);
            case Seen.Back() -> back(one, now);
            case Seen.Unclear() -> new Verdict.Same();
            case Seen.Absent() -> absent(one, now);
        };
    }

    /// The channel shows an earlier transfer between the same two, from before we asked.
    private static boolean older(Transfer one, @Nullable Instant at) {
        var asked = one.askedAt();
        return one.state() == State.UNKNOWN && at != null && asked != null && at.isBefore(asked.minus(SKEW));
    }

    /// It is with the one who hands over, and nobody takes it.
    private static Verdict back(Transfer one, Instant now) {
        if (one.reason() == Reason.TAKER_UNFIT || one.state() == State.WAITING) {
            return new Verdict.Elsewhere(Standing.UNFIT);
        }
        return absent(one, now);
    }

    private static Verdict absent(Transfer one, Instant now) {
        var asked = one.askedAt();
        if (one.state() == State.UNKNOWN || one.state() == State.ASKED) {
            if (one.reason() == Reason.UNDER_WAY) {
                return new Verdict.Now(one.ended(State.IMPOSSIBLE, Reason.UNDER_WAY, now));
            }
            boolean lost = asked == null || !now.isBefore(asked.plus(CERTAINLY_LOST));
            return lost ? new Verdict.Now(one.queued(one.taker(), now, null)) : new Verdict.Same();
        }
        var expected = one.takenAt() == null ? asked : one.takenAt();
        boolean forgotten = expected != null && now.isAfter(expected.plus(FORGOTTEN));
        return forgotten ? new Verdict.Now(one.ended(State.IMPOSSIBLE, Reason.NO_RECORD, now)) : new Verdict.Same();
    }

    /// Results are read again as long as something is open: when it is expected, or after longer
    /// and longer pauses.
    private void again(BrandId brand, List<TransferCall> calls, Instant now) {
        var open = book.openIn(brand, calls.stream().map(TransferCall::id).toList()).stream()
                .filter(one -> one.call() != null)
                .collect(Collectors.groupingBy(Transfer::call));
        Map<Long, Instant> next = new HashMap<>();
        for (TransferCall call : calls) {
            var left = open.getOrDefault(call.id(), List.of());
            if (!left.isEmpty()) {
                next.put(call.id(), next(left, call, now));
            }
        }
        work.run(() -> book.read(brand, calls, next));
    }

    private static Instant next(List<Transfer> left, TransferCall call, Instant now) {
        Instant paused = now.plus(pause(call.reads()));
        return left.stream()
                .map(one -> {
                    var expected = one.takenAt();
                    return one.state() == State.WAITING && expected != null && expected.isAfter(now)
                            ? expected
                            : paused;
                })
                .min(Instant::compareTo)
                .orElse(paused);
    }

    private static Duration pause(int reads) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(reads, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
