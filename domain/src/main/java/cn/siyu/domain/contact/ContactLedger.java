package cn.siyu.domain.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// What the governor remembers of a customer's one-to-one marketing contacts (触达台账).
///
/// @param days on which days of the customer's calendar there was one, and how many this month
/// @param ignoredStreak how many in a row the customer has ignored
/// @param lastAt when the last one left; null if there was none
public record ContactLedger(
        DayLedger days, int ignoredStreak, @Nullable Instant lastAt) {
    /// Never contacted.
    public static final ContactLedger EMPTY = new ContactLedger(DayLedger.EMPTY, 0, null);

    public ContactLedger {
        if (ignoredStreak < 0) {
            throw new IllegalArgumentException("a streak is 0 or more, was " + ignoredStreak);
        }
    }

    /// After one more contact; taken down when it is intended, before the platform is called.
    ///
    /// @param zone the customer's
    public ContactLedger afterContact(Instant at, ZoneId zone) {
        Instant last = lastAt == null || at.isAfter(lastAt) ? at : lastAt;
        return new ContactLedger(days.mark(LocalDate.ofInstant(at, zone)), ignoredStreak, last);
    }

    /// What two ledgers of one person say together (合并台账).
    public ContactLedger plus(ContactLedger other) {
        Instant last = lastAt == null || (other.lastAt != null && other.lastAt.isAfter(lastAt)) ? other.lastAt : lastAt;
        return new ContactLedger(days.plus(other.days), Math.max(ignoredStreak, other.ignoredStreak), last);
    }

    /// After it is proven that a contact never left. If it was the last one, the one before counts
    /// as made at the very end of its day, because only the day is still known: the next gap is at
    /// most a day too long, never too short.
    public ContactLedger refund(Instant at, ZoneId zone) {
        DayLedger without = days.unmark(LocalDate.ofInstant(at, zone));
        if (lastAt == null || !lastAt.equals(at)) {
            return new ContactLedger(without, ignoredStreak, lastAt);
        }
        Instant before = without.newest()
                .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant())
                .map(endOfDay -> endOfDay.isBefore(at) ? endOfDay : at)
                .orElse(null);
        return new ContactLedger(without, ignoredStreak, before);
    }

    /// After the response window of a contact closed without an answer that could have been seen.
    public ContactLedger ignoredOnce() {
        return new ContactLedger(days, ignoredStreak + 1, lastAt);
    }

    /// After any answer.
    public ContactLedger answered() {
        return ignoredStreak == 0 ? this : new ContactLedger(days, 0, lastAt);
    }

    /// How many contacts a month of the customer's calendar has seen.
    public int countInMonth(YearMonth month) {
        return days.countInMonth(month);
    }
}
