package cn.siyu.adapter.wecomsimulator.behaviour;

import cn.siyu.adapter.wecomsimulator.world.CorpClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// When planned customers come: spread over the hours of the period by the day's shape, whole
/// multiples of the clock's granularity.
final class ArrivalTimes {
    private static final int HOUR = 3600;

    private ArrivalTimes() {}

    /// The times, ascending; one per planned customer.
    static List<Long> of(BehaviourPlan plan, CorpClock clock) {
        var arrivals = plan.arrivals();
        if (arrivals == null) {
            return List.of();
        }
        List<Long> hours = new ArrayList<>();
        List<Double> upTo = new ArrayList<>();
        var total = 0.0;
        for (var hour = arrivals.from().getEpochSecond(); hour < arrivals.to().getEpochSecond(); hour += HOUR) {
            var ofDay = Instant.ofEpochSecond(hour).atZone(CorpClock.ZONE).getHour();
            total += arrivals.hourWeights().get(ofDay);
            hours.add(hour);
            upTo.add(total);
        }
        var dice = new Dice(plan.seed());
        var times = new long[arrivals.customers()];
        for (var i = 0; i < times.length; i++) {
            var point = dice.unit(i, "arrival-hour", 0) * total;
            var at = hours.get(firstAbove(upTo, point)) + (long) (dice.unit(i, "arrival-second", 0) * HOUR);
            times[i] = clock.rounded(Math.min(at, arrivals.to().getEpochSecond()));
        }
        Arrays.sort(times);
        return Arrays.stream(times).boxed().toList();
    }

    private static int firstAbove(List<Double> upTo, double point) {
        var i = 0;
        while (i < upTo.size() - 1 && upTo.get(i) <= point) {
            i++;
        }
        return i;
    }
}
