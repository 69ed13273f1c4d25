package cn.siyu.application.continuity;

import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.application.channel.port.Transfers;
import cn.siyu.application.continuity.port.Inheritances;
import cn.siyu.application.continuity.port.TransferBook;
import cn.siyu.application.continuity.port.TransferCall;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.continuity.Inheritance;
import cn.siyu.domain.continuity.InheritanceId;
import cn.siyu.domain.continuity.Transfer;
import cn.siyu.domain.continuity.Transfer.Reason;
import cn.siyu.domain.continuity.Transfer.State;
import cn.siyu.domain.continuity.TransferLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Asks the channel for transfers that are due (发起分配), as many in one call as it takes, within
/// its limits. The intent is committed before each call, the call goes out once, and its outcome is
/// written down. A process may die anywhere in here: whoever comes next looks at the channel
/// instead of asking again.
public final class AskForTransfers {
    private static final int MOST = 2_000;
    private static final Duration NOT_CONFIGURED = Duration.ofMinutes(5);
    private static final Duration AWAY = Duration.ofMinutes(1);

    private final Inheritances inheritances;
    private final TransferBook book;
    private final ChannelAccounts accounts;
    private final Connections connections;
    private final PoliciesInForce policies;
    private final ConcludeTransfers conclusions;
    private final UnitOfWork work;
    private final IdSource ids;
    private final InstantSource machine;

    public AskForTransfers(
            Inheritances inheritances,
            TransferBook book,
            ChannelAccounts accounts,
            Connections connections,
            PoliciesInForce policies,
            ConcludeTransfers conclusions,
            UnitOfWork work,
            IdSource ids,
            InstantSource machine) {
        this.inheritances = inheritances;
        this.book = book;
        this.accounts = accounts;
        this.connections = connections;
        this.policies = policies;
        this.conclusions = conclusions;
        this.work = work;
        this.ids = ids;
        this.machine = machine;
    }

    /// What can be asked for in one call.
    private record Route(InheritanceId inheritance, boolean ofCustomers, ChannelAccountId from, ChannelAccountId to) {
        static Route of(Transfer one) {
            return new Route(one.inheritance(), one.ofCustomer(), one.from(), one.taker());
        }
    }

    /// A route with everything that a call over it needs.
    private record Line(
            Inheritance inheritance,
            ChannelAccount from,
            ChannelAccount to,
            Transfers transfers,
            TransferLimits limits) {}

    /// Asks for what is due.
    ///
    /// @return how many transfers were asked for, put off or ended
    int runDue(BrandId brand, Instant now, int atMost) {
        var due = book.queued(brand, now, Math.min(atMost, MOST));
        var routes = new LinkedHashMap<Route, List<Transfer>>();
        due.forEach(one ->
                routes.computeIfAbsent(Route.of(one), _ -> new ArrayList<>()).add(one));
        routes.forEach((route, transfers) -> over(brand, route, transfers, now));
        return due.size();
    }

    private void over(BrandId brand, Route route, List<Transfer> due, Instant now) {
        var inheritance = inheritances.find(brand, route.inheritance()).orElseThrow();
        var from = accounts.find(brand, route.from()).orElseThrow();
        var to = accounts.find(brand, route.to()).orElseThrow();
        Optional<ChannelConnection> connection = connections.of(from);
        if (connection.isEmpty()) {
            write(brand, due, one -> one.queued(one.taker(), now.plus(NOT_CONFIGURED), Reason.NO_CONNECTION), now);
            return;
        }
        var transfers = connection.get().transfers();
        if (transfers.isEmpty() || !policies.knowsPlatform(from.channel(), now)) {
            write(brand, due, one -> one.ended(State.IMPOSSIBLE, Reason.CHANNEL_CANNOT, now), now);
            return;
        }
        var platform = policies.platform(brand, from.channel(), now).values();
        if (!platform.transfers().possible()) {
            write(brand, due, one -> one.ended(State.IMPOSSIBLE, Reason.CHANNEL_CANNOT, now), now);
            return;
        }
        var owned = route.ofCustomers() ? due : owned(brand, connection.get(), from, due, now);
        var limits = new TransferLimits(platform.transfers(), platform.zone());
        var line = new Line(inheritance, from, to, transfers.get(), limits);
        var allowed = allowed(brand, line, owned, now);
        int perCall = route.ofCustomers()
                ? platform.transfers().customersPerCall()
                : platform.transfers().groupsPerCall();
        for (int at = 0; at < allowed.size(); at += perCall) {
            ask(brand, line, allowed.subList(at, Math.min(at + perCall, allowed.size())), now);
        }
    }

    /// Somebody may have stopped the order meanwhile, or another node be working on it: what they
    /// wrote stays.
    ///
    /// @param transfers of one order
    private void write(BrandId brand, List<Transfer> transfers, UnaryOperator<Transfer> change, Instant now) {
        try {
            work.run(() -> {
                inheritances.lock(brand, transfers.getFirst().inheritance());
                conclusions.write(brand, transfers.stream().map(change).toList(), now);
            });
        } catch (StaleAggregate raced) {
            // what is still to be done is due again
        }
    }

    /// Calls for groups name the new owner only, so that the channel would take anybody's: those
    /// that are not of the one who hands over stay where they are.
    private List<Transfer> owned(
            BrandId brand, ChannelConnection connection, ChannelAccount from, List<Transfer> due, Instant now) {
        var listed = OwnedGroups.of(connection, from).map(Set::copyOf);
        if (listed.isEmpty()) {
            write(brand, due, one -> one.queued(one.taker(), now.plus(AWAY), Reason.CHANNEL_AWAY), now);
            return List.of();
        }
        var others = due.stream()
                .filter(one -> !listed.get().contains(one.subject().ref()))
                .toList();
        if (!others.isEmpty()) {
            write(brand, others, one -> one.ended(State.IMPOSSIBLE, Reason.NOT_A_CONTACT, now), now);
        }
        return due.stream().filter(one -> !others.contains(one)).toList();
    }

    /// Puts off what the platform's limits don't allow yet.
    private List<Transfer> allowed(BrandId brand, Line line, List<Transfer> due, Instant now) {
        var later = new LinkedHashMap<Transfer, Instant>();
        if (line.inheritance().kind() == Inheritance.Kind.ON_THE_JOB) {
            var refs = due.stream().map(one -> one.subject().ref()).toList();
            var taken = book.takenOnTheJob(brand, refs, line.limits().countedSince(now));
            var waiting = book.waitingOnTheJob(brand, refs);
            due.forEach(
                    one -> again(line.limits(), one, taken, waiting, now).ifPresent(again -> later.put(one, again)));
        }
        var groups = due.stream()
                .filter(one -> !one.ofCustomer() && !later.containsKey(one))
                .toList();
        if (!groups.isEmpty()) {
            int left = line.limits()
                    .groupsLeft(book.groupsAsked(
                            brand, line.from().id(), line.limits().today(now)));
            groups.stream()
                    .skip(left)
                    .forEach(one -> later.put(one, line.limits().tomorrow(now)));
        }
        if (!later.isEmpty()) {
            write(
                    brand,
                    List.copyOf(later.keySet()),
                    one -> one.queued(one.taker(), Objects.requireNonNull(later.get(one)), Reason.PLATFORM_LIMIT),
                    now);
        }
        return due.stream().filter(one -> !later.containsKey(one)).toList();
    }

    /// Of how often something changed hands counts what has, and what may yet: those of whom the
    /// channel has been asked, of another account of theirs, and who have a day to refuse.
    private static Optional<Instant> again(
            TransferLimits limits,
            Transfer one,
            Map<String, List<Instant>> taken,
            Map<String, Integer> waiting,
            Instant now) {
        var before = taken.getOrDefault(one.subject().ref(), List.of());
        var certain = limits.again(before, now);
        if (certain.isPresent()) {
            return certain;
        }
        var all = new ArrayList<>(before);
        all.addAll(Collections.nCopies(waiting.getOrDefault(one.subject().ref(), 0), now));
        return limits.again(all, now).map(_ -> now.plus(limits.transfers().takenAfter()));
    }

    private void ask(BrandId brand, Line line, List<Transfer> chunk, Instant now) {
        long call = ids.next();
        Optional<List<Transfer>> asked = intended(brand, line, chunk, call, now);
        if (asked.isPresent()) {
            var answer = call(line, asked.get());
            conclusions.answered(brand, line.inheritance().id(), call, asked.get(), line.limits(), answer, now);
        }
    }

    /// Empty if somebody else has got hold of them.
    private Optional<List<Transfer>> intended(BrandId brand, Line line, List<Transfer> chunk, long call, Instant now) {
        var first = chunk.getFirst();
        boolean left = line.inheritance().kind() == Inheritance.Kind.AFTER_LEAVING;
        try {
            return Optional.of(work.inTransaction(() -> {
                inheritances.lock(brand, line.inheritance().id());
                book.intend(
                        brand,
                        new TransferCall(
                                call,
                                line.inheritance().id(),
                                first.ofCustomer(),
                                first.from(),
                                first.taker(),
                                left,
                                chunk.size(),
                                TransferCall.State.INTENT,
                                null,
                                now,
                                machine.instant(),
                                0));
                var asked = chunk.stream().map(one -> one.asked(call, now)).toList();
                book.replace(brand, asked);
                return asked;
            }));
        } catch (StaleAggregate raced) {
            return Optional.empty();
        }
    }

    private static Answer<Transfers.Outcome> call(Line line, List<Transfer> asked) {
        var refs = new LinkedHashSet<String>();
        asked.forEach(one -> refs.add(one.subject().ref()));
        boolean left = line.inheritance().kind() == Inheritance.Kind.AFTER_LEAVING;
        return asked.getFirst().ofCustomer()
                ? line.transfers()
                        .customers(
                                new Transfers.Handover(
                                        line.from().address(),
                                        line.to().address(),
                                        left,
                                        left ? null : line.inheritance().message()),
                                refs)
                : line.transfers().groups(refs, line.to().address(), left);
    }

    /// Calls whose caller is gone are looked for on the channel.
    ///
    /// @return how many
    int park(BrandId brand, Instant now, Duration callOver) {
        var gone = machine.instant().minus(callOver);
        return book.anyGone(brand, gone)
                ? work.inTransaction(() -> book.park(brand, gone, now.plus(ConcludeTransfers.LOOK_AFTER)))
                : 0;
    }
}
