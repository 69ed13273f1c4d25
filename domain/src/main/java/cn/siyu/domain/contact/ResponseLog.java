package cn.siyu.domain.contact;

import cn.siyu.domain.trust.evidence.ObservedSend;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/// How a customer answered marketing contacts at a touchpoint, and how many in a row are ignored
/// now (连续未响应).
///
/// A pure function of the send log and the customer's actions: in whatever order they were learned,
/// the result is the same. Whatever the customer does ends the row, also after a window closed:
/// that is how a paused customer comes back. What silence is worth as evidence is trust's to say,
/// from `observed()`.
///
/// @param entries in (sentAt, id) order
/// @param ignoredInARow the row at the moment, which the governor goes by
public record ResponseLog(List<Entry> entries, int ignoredInARow) {
    /// A send and what became of it.
    public record Entry(SentMarketing send, SendResponse response) {}

    public ResponseLog {
        entries = List.copyOf(entries);
    }

    private static final Comparator<SentMarketing> IN_ORDER =
            Comparator.comparing(SentMarketing::sentAt).thenComparingLong(SentMarketing::id);

    /// Derives it.
    ///
    /// @param sends marketing contacts, in any order
    /// @param actions when the customer did anything that counts as an answer, in any order
    /// @param window how long an answer counts; it ends just before `sentAt + window`
    public static ResponseLog of(
            Collection<SentMarketing> sends, Collection<Instant> actions, Duration window, Instant now) {
        List<SentMarketing> ordered = sends.stream().sorted(IN_ORDER).toList();
        NavigableSet<Instant> acted = new TreeSet<>(actions).headSet(now, true);
        List<Entry> entries = new ArrayList<>();
        int streak = 0;
        Instant after = Instant.MIN;
        for (SentMarketing send : ordered) {
            streak = actedWithin(acted, after, send.sentAt()) ? 0 : streak;
            SendResponse response = response(send, acted, streak, window, now);
            streak = switch (response) {
                case SendResponse.Answered _ -> 0;
                case SendResponse.Ignored(int position) -> position;
                case SendResponse.Unobserved _, SendResponse.Open _ -> streak;
            };
            entries.add(new Entry(send, response));
            after = send.sentAt();
        }
        return new ResponseLog(entries, actedWithin(acted, after, Instant.MAX) ? 0 : streak);
    }

    /// The same log as trust reads it, to derive what was ignored as evidence.
    public List<ObservedSend> observed() {
        return entries.stream().map(ResponseLog::observed).toList();
    }

    private static ObservedSend observed(Entry entry) {
        ObservedSend.Response response = switch (entry.response()) {
            case SendResponse.Answered _ -> ObservedSend.Response.ANSWERED;
            case SendResponse.Unobserved _ -> ObservedSend.Response.UNOBSERVED;
            // an open window may stay silent; trust counts it once it is closed
            case SendResponse.Ignored _, SendResponse.Open _ -> ObservedSend.Response.SILENT;
        };
        return new ObservedSend(entry.send().id(), entry.send().sentAt(), response);
    }

    private static SendResponse response(
            SentMarketing send, NavigableSet<Instant> acted, int streak, Duration window, Instant now) {
        Instant closes = send.sentAt().plus(window);
        if (actedWithin(acted, send.sentAt(), closes)) {
            return new SendResponse.Answered();
        }
        if (now.isBefore(closes)) {
            return new SendResponse.Open();
        }
        return send.observed() ? new SendResponse.Ignored(streak + 1) : new SendResponse.Unobserved();
    }

    private static boolean actedWithin(NavigableSet<Instant> acted, Instant from, Instant before) {
        Instant first = acted.ceiling(from);
        return first != null && first.isBefore(before);
    }
}
