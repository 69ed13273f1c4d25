package cn.siyu.adapter.http.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// Ratios as the API writes them: 0 to 1, with up to 6 digits.
final class Ratios {
    private static final int DIGITS = 6;

    private Ratios() {}

    /// A part of a whole; null if there is no whole. A part that is larger, since it is counted at
    /// another moment, is all of it.
    static @Nullable Double of(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(Math.min(part, whole))
                        .divide(BigDecimal.valueOf(whole), DIGITS, RoundingMode.HALF_EVEN)
                        .doubleValue();
    }
}
