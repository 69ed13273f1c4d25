package cn.siyu.adapter.wecomsimulator.world;

import java.util.Comparator;

/// Something that will happen by itself at a known time. Events are worked off by time, then kind,
/// customer, member and number, so that their order does not depend on the order in which calls
/// came in.
///
/// @param id its key: names kind, subject and number
/// @param at when
/// @param kind what, in the words of the behaviour model
/// @param customer the customer's number; -1 when none is concerned
/// @param userid the member; `""` when none is concerned
/// @param n counts repetitions for the same subject
/// @param reference a msgid or another handle; `""` for none
public record EventRow(String id, long at, String kind, int customer, String userid, int n, String reference)
        implements Row, Comparable<EventRow> {
    private static final Comparator<EventRow> ORDER = Comparator.comparingLong(EventRow::at)
            .thenComparing(EventRow::kind)
            .thenComparingInt(EventRow::customer)
            .thenComparing(EventRow::userid)
            .thenComparingInt(EventRow::n)
            .thenComparing(EventRow::reference)
            .thenComparing(EventRow::id);

    /// The event has happened, or never will.
    public record Done(String id) implements Row {}

    public static EventRow of(long at, String kind, int customer, String userid, int n, String reference) {
        var id = kind + "|" + customer + "|" + userid + "|" + n + "|" + reference;
        return new EventRow(id, at, kind, customer, userid, n, reference);
    }

    @Override
    public int compareTo(EventRow other) {
        return ORDER.compare(this, other);
    }
}
