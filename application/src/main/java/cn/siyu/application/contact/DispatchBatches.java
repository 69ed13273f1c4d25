package cn.siyu.application.contact;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.application.contact.port.SendBatch;
import cn.siyu.application.contact.port.SendBatches;
import cn.siyu.application.contact.port.SendBatches.Due;
import cn.siyu.application.contact.port.SendBatches.Intent;
import cn.siyu.application.contact.port.Sender;
import cn.siyu.domain.brand.BrandId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Carries out what is planned (发送): intent committed first, then one call per batch, once, with
/// three outcomes.
///
/// A process may die anywhere in here. Before the intent nothing was called; after it the batch is
/// UNKNOWN to whoever comes next, and never called again; after the outcome all is written down.
public final class DispatchBatches {
    static final String CALLER_GONE = "CALLER_GONE";
    private static final Duration NO_CONNECTION_WAIT = Duration.ofMinutes(5);

    private final SendBatches batches;
    private final EquipBatches equipment;
    private final ClaimBatches claims;
    private final CallBatch call;
    private final ConcludeBatch conclusions;
    private final BrandClock clock;
    private final InstantSource machine;
    private final DispatchSettings settings;

    public DispatchBatches(
            SendBatches batches,
            EquipBatches equipment,
            ClaimBatches claims,
            CallBatch call,
            ConcludeBatch conclusions,
            BrandClock clock,
            InstantSource machine,
            DispatchSettings settings) {
        this.batches = batches;
        this.equipment = equipment;
        this.claims = claims;
        this.call = call;
        this.conclusions = conclusions;
        this.clock = clock;
        this.machine = machine;
        this.settings = settings;
    }

    /// Calls batches that are due, oldest first, and parks those whose caller is gone.
    ///
    /// @return how many were called, put off, expired or parked
    public int runDue(BrandId brand, Instant now, int atMost) {
        int worked = batches.park(brand, machine.instant().minus(settings.callOver()), CALLER_GONE);
        while (worked < atMost) {
            int round = round(brand, now, Math.min(atMost - worked, settings.claimAtMost()));
            if (round == 0) {
                break;
            }
            worked += round;
        }
        return worked;
    }

    /// When the next planned batch is due.
    public Optional<Instant> nextDueAt(BrandId brand) {
        return batches.nextDueAt(brand);
    }

    private int round(BrandId brand, Instant began, int atMost) {
        Instant now = later(brand, began);
        List<Due> due = batches.due(brand, now, atMost);
        Map<Boolean, List<Due>> byTime = due.stream()
                .collect(Collectors.partitioningBy(
                        each -> now.isBefore(each.batch().deadline())));
        List<Due> overdue = byTime.getOrDefault(false, List.of());
        if (!overdue.isEmpty()) {
            conclusions.expire(brand, overdue, now);
        }
        Map<Route, List<Due>> routes = byTime.getOrDefault(true, List.of()).stream()
                .collect(Collectors.groupingBy(Route::of, LinkedHashMap::new, Collectors.toList()));
        routes.forEach((route, group) -> over(brand, group, now));
        return due.size();
    }

    /// Batches that go over one connection in one way share a credential and its end.
    private record Route(String channel, String connection, SendBatch.Kind kind) {
        static Route of(Due due) {
            return new Route(
                    due.sender().channel(),
                    due.sender().connection(),
                    due.batch().kind());
        }
    }

    private void over(BrandId brand, List<Due> group, Instant now) {
        Due first = group.getFirst();
        var connection = call.connection(first.sender());
        if (connection.isEmpty()) {
            putOff(brand, group, now.plus(NO_CONNECTION_WAIT), "NO_CONNECTION");
            return;
        }
        var standstill = call.standstill(brand, first.sender(), now);
        if (standstill.isPresent()) {
            putOff(brand, group, standstill.get(), "STANDSTILL");
            return;
        }
        boolean files = group.stream().anyMatch(EquipBatches::carriesFiles);
        var ready = files ? equipment.equip(brand, connection.get(), group, call.atOnce(brand) > 1, now) : group;
        Instant after = files ? later(brand, now) : now;
        var inTime = ready.stream()
                .filter(due -> after.isBefore(due.batch().deadline()))
                .toList();
        if (inTime.isEmpty()) {
            return;
        }
        switch (first.batch().kind()) {
            case WELCOME -> send(brand, connection.get(), inTime, null, after);
            case MASS -> behindFence(brand, connection.get(), inTime, after);
        }
    }

    private Instant later(BrandId brand, Instant began) {
        Instant present = clock.now(brand);
        return present.isAfter(began) ? present : began;
    }

    /// Makes the credential ready before the intent, so that its end can be part of it.
    private void behindFence(BrandId brand, ChannelConnection connection, List<Due> group, Instant now) {
        switch (connection.massMessages().fence()) {
            case Answer.Done<Instant>(Instant fence) -> send(brand, connection, group, fence, now);
            case Answer.NotDone<Instant>(var reason, var _, var after) -> {
                Sender sender = group.getFirst().sender();
                var wait = after == null ? settings.retryAfter(group.getFirst().attempts() + 1) : after;
                call.standStill(brand, sender, now.plus(wait));
                putOff(brand, group, now.plus(wait), reason.name());
            }
            case Answer.Unknown<Instant> _ -> putOff(brand, group, now.plus(settings.longestRetry()), "UNANSWERED");
        }
    }

    private void send(
            BrandId brand, ChannelConnection connection, List<Due> group, @Nullable Instant fence, Instant now) {
        var claimed = claims.claim(brand, group, new Intent(now, fence, machine.instant()));
        Calls.each(claimed, call.atOnce(brand), each -> call.once(brand, connection, each));
    }

    private void putOff(BrandId brand, List<Due> group, Instant until, String reason) {
        batches.postpone(brand, group.stream().map(due -> due.batch().id()).toList(), until, reason);
    }
}
