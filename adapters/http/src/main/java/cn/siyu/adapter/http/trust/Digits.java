package cn.siyu.adapter.http.trust;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// Computed numbers as they are shown: with six digits behind the point.
final class Digits {
    private static final int SHOWN = 6;

    private Digits() {}

    static double shown(double value) {
        return BigDecimal.valueOf(value).setScale(SHOWN, RoundingMode.HALF_UP).doubleValue();
    }

    static @Nullable Double shown(@Nullable Double value) {
        return value == null ? null : (Double) shown(value.doubleValue());
    }
}
