package cn.siyu.adapter.wecomsimulator.world;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/// A corp's time: the machine's, the machine's many times faster, or one that moves by steps. Days
/// and months are those of Asia/Shanghai.
public final class CorpClock {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private final InstantSource machine;
    private volatile ClockRow setting = new ClockRow(false, 0, 60);

    CorpClock(InstantSource machine) {
        this.machine = machine;
    }

    void apply(ClockRow row) {
        setting = row;
    }

    public ClockRow setting() {
        return setting;
    }

    /// Whether this is the machine's time.
    public boolean isReal() {
        return !setting.stepped() && setting.speed() == 0;
    }

    /// The machine's time, milliseconds since 1970.
    public long machineMillis() {
        return machine.instant().toEpochMilli();
    }

    public boolean isStepped() {
        return setting.stepped();
    }

    /// Seconds since 1970.
    public long now() {
        var clock = setting;
        if (clock.stepped()) {
            return clock.now();
        }
        var real = machine.instant();
        return clock.speed() == 0
                ? real.getEpochSecond()
                : clock.now() + (long) Math.floor((real.toEpochMilli() - clock.since()) * clock.speed() / 1000);
    }

    /// The first whole multiple of the granularity at or after a time.
    public long rounded(long at) {
        return Math.ceilDiv(at, (long) setting.granularity()) * setting.granularity();
    }

    /// The calendar month of a time, as a number that grows by one each month.
    public static int month(long at) {
        var date = Instant.ofEpochSecond(at).atZone(ZONE);
        return date.getYear() * 12 + date.getMonthValue() - 1;
    }

    /// The day of a time, as a number that grows by one each day.
    public static int day(long at) {
        return (int) Instant.ofEpochSecond(at).atZone(ZONE).toLocalDate().toEpochDay();
    }

    /// The week of a time, from Monday, as a number that grows by one each week.
    public static int week(long at) {
        // 1 January 1970 was a Thursday
        return Math.floorDiv(day(at) + 3, 7);
    }

    /// When a day begins that [#day] counted.
    public static long startOf(int day) {
        return LocalDate.ofEpochDay(day).atStartOfDay(ZONE).toEpochSecond();
    }

    /// How many days a month has that [#month] counted.
    public static int daysOf(int month) {
        return YearMonth.of(month / 12, month % 12 + 1).lengthOfMonth();
    }
}
