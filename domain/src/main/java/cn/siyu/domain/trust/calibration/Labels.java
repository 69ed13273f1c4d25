package cn.siyu.domain.trust.calibration;

import java.util.List;
import java.util.function.Predicate;

/// What came of observations, as arrays.
final class Labels {
    private Labels() {}

    static boolean[] lost(List<Observation> some) {
        return of(some, Observation::lost);
    }

    static boolean[] of(List<Observation> some, Predicate<Observation> label) {
        var labels = new boolean[some.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = label.test(some.get(i));
        }
        return labels;
    }

    static long count(boolean[] labels) {
        long count = 0;
        for (boolean label : labels) {
            count += label ? 1 : 0;
        }
        return count;
    }
}
