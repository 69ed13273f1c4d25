package cn.siyu.adapter.wecomsimulator.world;

/// How many mass messages a customer or group has received: this month, this week (from Monday) and
/// today, in Asia/Shanghai. Which of them is limited is the corp's edition: as many a month as it
/// has days, or so many a week, or a day.
final class Reception {
    private int month;
    private int week;
    private int day;
    private short inMonth;
    private short inWeek;
    private short inDay;

    void count(long at) {
        inMonth = (short) (inMonth(CorpClock.month(at)) + 1);
        inWeek = (short) (inWeek(CorpClock.week(at)) + 1);
        inDay = (short) (inDay(CorpClock.day(at)) + 1);
        month = CorpClock.month(at);
        week = CorpClock.week(at);
        day = CorpClock.day(at);
    }

    int inMonth(int wanted) {
        return wanted == month ? inMonth : 0;
    }

    /// Whether one more may be received now.
    boolean hasRoom(PlatformLimits limits, long now) {
        if (limits.receivedPerDay() > 0) {
            return inDay(CorpClock.day(now)) < limits.receivedPerDay();
        }
        if (limits.receivedPerWeek() > 0) {
            return inWeek(CorpClock.week(now)) < limits.receivedPerWeek();
        }
        var wanted = CorpClock.month(now);
        return inMonth(wanted) < CorpClock.daysOf(wanted);
    }

    private int inWeek(int wanted) {
        return wanted == week ? inWeek : 0;
    }

    private int inDay(int wanted) {
        return wanted == day ? inDay : 0;
    }
}
