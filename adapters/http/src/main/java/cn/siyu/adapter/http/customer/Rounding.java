package cn.siyu.adapter.http.customer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// Computed numbers as they are shown: with six digits behind the point.
final class Rounding {
    private static final int DIGITS = 6;

    private Rounding() {}

    static double shown(double value) {
        return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP).doubleValue();
    }

    static @Nullable Double shown(@Nullable Double value) {
        return value == null ? null : (Double) shown(value.doubleValue());
    }
}
