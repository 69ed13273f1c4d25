package cn.siyu.domain.trust.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a change of the evidence log does to the stored sums. A store adds every delta to its row,
/// creating the row if it isn't there: `a = greatest(0, a + δ)`, but `a = 0` where n becomes 0; the
/// newest time only grows.
///
/// @param days at most one per day
/// @param accumulators at most one per subject and kind
public record Posting(List<DayDelta> days, List<AccumulatorDelta> accumulators) {

    public Posting {
        days = List.copyOf(days);
        accumulators = List.copyOf(accumulators);
    }

    /// Several, the one after the other, as one.
    public static Posting together(List<Posting> postings) {
        var draft = new Draft();
        for (Posting posting : postings) {
            posting.days.forEach(draft::add);
            posting.accumulators.forEach(draft::add);
        }
        return draft.finish();
    }

    /// Collects deltas, one per row.
    static final class Draft {
        private final List<DayDelta> days = new ArrayList<>();
        private final Map<AccumulatorKey, AccumulatorDelta> accumulators = new LinkedHashMap<>();

        void add(DayDelta delta) {
            days.add(delta);
        }

        void add(AccumulatorDelta delta) {
            accumulators.merge(delta.key(), delta, AccumulatorDelta::plus);
        }

        Posting finish() {
            return new Posting(days, List.copyOf(accumulators.values()));
        }
    }
}
