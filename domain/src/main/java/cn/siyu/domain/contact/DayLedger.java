package cn.siyu.domain.contact;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/// On which of the last 64 days something was sent, and how often in the newest month: 24 bytes, no
/// history to scan.
///
/// Days are whatever calendar days the keeper counts in: the customer's for the brand's cap, the
/// platform's for its quotas. A day is marked once however much was sent on it; the month counts
/// every send.
///
/// @param newestDay the newest marked day, as days since 1970-01-01
/// @param days bit k: something was sent k days before the newest day
/// @param inMonth how many sends the newest day's month has seen
public record DayLedger(long newestDay, long days, int inMonth) {
    /// How far back days are known.
    public static final int SPAN = 64;

    /// Nothing sent yet.
    public static final DayLedger EMPTY = new DayLedger(0, 0, 0);

    public DayLedger {
        if (inMonth < 0) {
            throw new IllegalArgumentException("a month has 0 or more contacts, was " + inMonth);
        }
    }

    /// With one more send on a day. A send that is learned of late may lie before the newest day.
    public DayLedger mark(LocalDate day) {
        long epochDay = day.toEpochDay();
        if (days == 0) {
            return new DayLedger(epochDay, 1, 1);
        }
        boolean sameMonth = YearMonth.from(day).equals(newestMonth());
        if (epochDay <= newestDay) {
            return new DayLedger(newestDay, days | bit(epochDay), sameMonth ? inMonth + 1 : inMonth);
        }
        long shift = epochDay - newestDay;
        long older = shift >= SPAN ? 0 : days << shift;
        return new DayLedger(epochDay, older | 1, sameMonth ? inMonth + 1 : 1);
    }

    /// With one send on a day taken back: it is proven that it never left.
    ///
    /// If its month has seen more sends than it has marked days, the day may hold another one and
    /// stays marked: a cap is rather kept too strictly than passed.
    public DayLedger unmark(LocalDate day) {
        if (!marked(day)) {
            return this;
        }
        boolean sameMonth = YearMonth.from(day).equals(newestMonth());
        boolean perhapsAnother = sameMonth && inMonth > markedIn(newestMonth());
        long remaining = perhapsAnother ? days : days & ~bit(day.toEpochDay());
        return new DayLedger(newestDay, remaining, sameMonth ? Math.max(0, inMonth - 1) : inMonth).rebased();
    }

    /// What two ledgers of one person have seen together: every day that either has marked, and all
    /// sends of the newest month. A day that both have marked counts twice in the month, once as a
    /// day.
    public DayLedger plus(DayLedger other) {
        if (days == 0 || other.days == 0) {
            return days == 0 ? other : this;
        }
        if (newestDay < other.newestDay) {
            return other.plus(this);
        }
        long shift = newestDay - other.newestDay;
        long older = shift >= SPAN ? 0 : other.days << shift;
        return new DayLedger(newestDay, days | older, inMonth + other.countInMonth(newestMonth()));
    }

    /// Whether something was sent on a day.
    public boolean marked(LocalDate day) {
        return (days & bit(day.toEpochDay())) != 0;
    }

    /// How many sends a month has seen: exact for the newest month, the number of marked days for
    /// earlier ones.
    public int countInMonth(YearMonth month) {
        return days != 0 && month.equals(newestMonth()) ? inMonth : markedIn(month);
    }

    /// How many of the last so many days, the given one included, are marked.
    ///
    /// @param length 1 to 64 days
    public int countInDays(LocalDate last, int length) {
        int count = 0;
        for (int back = 0; back < length; back++) {
            count += marked(last.minusDays(back)) ? 1 : 0;
        }
        return count;
    }

    /// The newest day something was sent on.
    public Optional<LocalDate> newest() {
        return days == 0 ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(newestDay));
    }

    private YearMonth newestMonth() {
        return YearMonth.from(LocalDate.ofEpochDay(newestDay));
    }

    private int markedIn(YearMonth month) {
        return countInDays(month.atEndOfMonth(), month.lengthOfMonth());
    }

    /// With a marked day as the newest again. The month counter is carried only while the month
    /// stays the same.
    private DayLedger rebased() {
        if (days == 0) {
            return EMPTY;
        }
        int empty = Long.numberOfTrailingZeros(days);
        if (empty == 0) {
            return this;
        }
        var shifted = new DayLedger(newestDay - empty, days >>> empty, inMonth);
        YearMonth before = newestMonth();
        return shifted.newestMonth().equals(before)
                ? shifted
                : new DayLedger(shifted.newestDay, shifted.days, shifted.markedIn(shifted.newestMonth()));
    }

    private long bit(long epochDay) {
        long back = newestDay - epochDay;
        return back < 0 || back >= SPAN ? 0 : 1L << back;
    }
}
