package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.world.CorpClock;
import java.util.stream.IntStream;

/// The days that a statistic is asked for (`start_time` to `end_time`, both included): at most 30,
/// none of them older than 180 days or in the future.
///
/// @param from a day as [CorpClock#day] counts it
record DayRange(int from, int to) {
    private static final int LONGEST = 30;
    private static final int OLDEST = 180;

    static DayRange read(Call call) {
        var params = call.params();
        if (!params.has("start_time") || !params.has("end_time")) {
            throw Errcode.BAD_TIME_RANGE.error();
        }
        var today = CorpClock.day(call.now());
        var range = new DayRange(day(params.number("start_time", 0)), day(params.number("end_time", 0)));
        if (range.from > range.to
                || range.to - range.from >= LONGEST
                || range.from < today - OLDEST
                || range.to > today) {
            throw Errcode.BAD_TIME_RANGE.error();
        }
        return range;
    }

    IntStream days() {
        return IntStream.rangeClosed(from, to);
    }

    private static int day(long at) {
        if (at < 0 || at > Integer.MAX_VALUE * 2L) {
            throw Errcode.BAD_TIME_RANGE.error();
        }
        return CorpClock.day(at);
    }
}
