package cn.siyu.domain.trust.evidence;

import cn.siyu.domain.trust.policy.StreakRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// How many sends in a row a customer has ignored (连续未响应), and the evidence of it: a pure
/// function of the send log in the order of (sentAt, id). The first ignored send says nothing; the
/// i-th counts i − 1 times, up to a limit. An answer begins the count again; an unobserved send
/// leaves it as it is; a send whose window is open isn't counted yet.
///
/// @param length i, how many observed sends in a row were ignored since the last answer
/// @param ignored the sends that are evidence, oldest first
public record IgnoredStreak(int length, List<Ignored> ignored) {

    public IgnoredStreak {
        ignored = List.copyOf(ignored);
    }

    /// An ignored send that is evidence of kind [EvidenceKind#IGNORED].
    ///
    /// @param position i, its place in the row, at least 2
    /// @param multiplicity how many times it counts
    /// @param at when its window closed: the time it occurred
    public record Ignored(long send, int position, int multiplicity, Instant at) {

        /// The id of the evidence. A send that comes to count for another number is another piece
        /// of evidence.
        public EvidenceId evidenceId() {
            return new EvidenceId("ignored:" + send + ":" + multiplicity);
        }
    }

    /// What must happen to the evidence when more became known of the sends: retract, then emit. A
    /// piece to emit may have been retracted once; it is then put back.
    ///
    /// @param retract what no longer holds
    /// @param emit what holds now and didn't
    public record Change(List<Ignored> retract, List<Ignored> emit) {
        public Change {
            retract = List.copyOf(retract);
            emit = List.copyOf(emit);
        }
    }

    /// The streak as of a time.
    ///
    /// @param log the customer's marketing sends over one touchpoint, in any order
    public static IgnoredStreak of(Collection<ObservedSend> log, StreakRule rule, Instant now) {
        int length = 0;
        var ignored = new ArrayList<Ignored>();
        for (ObservedSend send : log.stream().sorted(ObservedSend.ORDER).toList()) {
            var closesAt = send.sentAt().plus(rule.window());
            length = switch (send.response()) {
                case ANSWERED -> 0;
                case UNOBSERVED -> length;
                case SILENT -> closesAt.isAfter(now) ? length : length + 1;
            };
            boolean counts = send.response() == ObservedSend.Response.SILENT && !closesAt.isAfter(now);
            if (counts && length > 1) {
                ignored.add(new Ignored(send.id(), length, Math.min(length - 1, rule.heaviest()), closesAt));
            }
        }
        return new IgnoredStreak(length, ignored);
    }

    /// What turns the evidence of this streak into that of a later one.
    public Change changeTo(IgnoredStreak next) {
        return new Change(without(ignored, next.ignored), without(next.ignored, ignored));
    }

    private static List<Ignored> without(List<Ignored> these, List<Ignored> those) {
        var ids = those.stream().map(Ignored::evidenceId).toList();
        return these.stream().filter(one -> !ids.contains(one.evidenceId())).toList();
    }
}
