package cn.siyu.domain.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/// How a customer answered marketing contacts at a touchpoint, and how many in a row are ignored now (连续未响应).
///
/// A pure function of the send log and the customer's actions: in whatever order they were learned, the result
/// is the
/// same. An answer that comes to light late changes the result; the difference says which evidence to take back.
///
/// @param responses per send number, in (sentAt, id) order
/// @param current how many in a row are ignored at the moment
public record IgnoredStreak(Map<Long, SendResponse> responses, int current) {
    private static final Comparator<SentMarketing> IN_ORDER =
            Comparator.comparing(SentMarketing::sentAt).thenComparingLong(SentMarketing::id);

    /// Derives it.
    ///
    /// @param sends marketing contacts, in any order
    /// @param actions when the customer did anything that counts as an answer, in any order
    /// @param window how long an answer counts; it ends just before `sentAt + window`
    public static IgnoredStreak of(
            Collection<SentMarketing> sends, Collection<Instant> actions, Duration window, Instant now) {
        List<SentMarketing> ordered = sends.stream().sorted(IN_ORDER).toList();
        NavigableSet<Instant> acted = new TreeSet<>(actions).headSet(now, true);
        Map<Long, SendResponse> responses = new LinkedHashMap<>();
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
            responses.put(send.id(), response);
            after = send.sentAt();
        }
        return new IgnoredStreak(responses, actedWithin(acted, after, Instant.MAX) ? 0 : streak);
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
