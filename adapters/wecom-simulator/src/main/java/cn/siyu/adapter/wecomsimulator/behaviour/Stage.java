package cn.siyu.adapter.wecomsimulator.behaviour;

import cn.siyu.adapter.wecomsimulator.callback.CallbackDelivery;
import cn.siyu.adapter.wecomsimulator.world.ClockRow;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.EventRow;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/// Moves corps through time. Events happen in the order of (time, kind, customer, …), one at a
/// time; what an event tells the outside is delivered before the next one begins.
public final class Stage {
    private final CallbackDelivery callbacks;
    private final FeedDelivery feed;
    private final Play play;

    Stage(CallbackDelivery callbacks, FeedDelivery feed, Play play) {
        this.callbacks = callbacks;
        this.feed = feed;
        this.play = play;
    }

    /// How a step went.
    ///
    /// @param now the corp's time afterwards, seconds since 1970
    /// @param events how many events happened
    /// @param halted true when the application could not be reached: time then stands where it
    ///     stopped, and the same step may be tried again
    public record Step(long now, int events, boolean halted) {}

    /// Runs everything that is due until `to` and sets a stepped clock to it.
    public Step step(Corp corp, long to) {
        return corp.inTurn(() -> {
            var run = run(corp, to);
            if (!run.halted()) {
                moveTo(corp, to);
            }
            return new Step(corp.clock().now(), run.events(), run.halted());
        });
    }

    /// Runs what is due now on a real clock.
    public void catchUp(Corp corp) {
        corp.inTurn(() -> run(corp, corp.clock().now()));
    }

    /// Tells the outside what is waiting to be told.
    /// @return false when a callback was kept because the application is not running
    public boolean deliver(Corp corp) {
        return corp.inTurn(() -> tell(corp));
    }

    /// When something is due next: now, when it is overdue or waits to be told; never before now.
    public OptionalLong nextDueAt(Corp corp) {
        return corp.locked(() -> {
            var now = corp.clock().now();
            var moment = corp.outbox().isEmpty() ? nextMoment(corp) : OptionalLong.of(now);
            return moment.isPresent() ? OptionalLong.of(Math.max(now, moment.getAsLong())) : moment;
        });
    }

    private Step run(Corp corp, long to) {
        var events = 0;
        var halted = !tell(corp);
        for (var moment = due(corp, to); !halted && moment.isPresent(); moment = due(corp, to)) {
            moveTo(corp, moment.getAsLong());
            halted = (!callbacks.release(corp) && happen(corp) == Play.Done.HELD_UP) || !tell(corp);
            events++;
        }
        return new Step(to, events, halted);
    }

    private boolean tell(Corp corp) {
        var told = callbacks.deliver(corp);
        feed.deliver(corp);
        return told;
    }

    private OptionalLong due(Corp corp, long to) {
        var moment = corp.locked(() -> nextMoment(corp));
        return moment.isPresent() && moment.getAsLong() <= to ? moment : OptionalLong.empty();
    }

    private OptionalLong nextMoment(Corp corp) {
        var event = corp.agenda().next();
        return LongStream.concat(
                        event.stream().mapToLong(EventRow::at),
                        LongStream.concat(play.nextArrival(corp).stream(), corp.outbox().nextRelease().stream()))
                .min();
    }

    /// An arrival comes before an event of the same time.
    private Play.Done happen(Corp corp) {
        var event = corp.locked(() -> {
            var next = corp.agenda().next();
            var arrival = play.nextArrival(corp);
            return next.filter(found -> arrival.isEmpty() || found.at() < arrival.getAsLong());
        });
        return event.isEmpty() ? play.arrive(corp) : play.perform(corp, event.get());
    }

    private static void moveTo(Corp corp, long to) {
        var setting = corp.clock().setting();
        if (setting.stepped() && setting.now() < to) {
            corp.locked(() -> corp.put(new ClockRow(true, to, setting.granularity())));
        }
    }
}
