package cn.siyu.application.insight;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Amounts of money as files write them; never negative.
final class WrittenAmount {
    private static final long MOST_MINOR = 1_000_000_000_000L;
    private static final Pattern MINOR = Pattern.compile("[0-9]{1,13}");
    private static final Pattern MAJOR = Pattern.compile("([0-9]{1,11}|[0-9]{1,3}(,[0-9]{3}){1,3})(\\.[0-9]{1,6})?");

    private WrittenAmount() {}

    /// Minor units (分), like `3500`.
    static OptionalLong minor(String written) {
        return MINOR.matcher(written).matches() ? bounded(new BigDecimal(written)) : OptionalLong.empty();
    }

    /// Whole units (元), like `35`, `35.00`, `¥1,280.5`, in minor units; empty if it is finer than
    /// the currency.
    static OptionalLong major(String written, String currency) {
        String bare = written.startsWith("¥") || written.startsWith("￥")
                ? written.substring(1).strip()
                : written;
        if (!MAJOR.matcher(bare).matches()) {
            return OptionalLong.empty();
        }
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return bounded(
                new BigDecimal(bare.replace(",", "")).movePointRight(digits).stripTrailingZeros());
    }

    private static OptionalLong bounded(BigDecimal minor) {
        return minor.scale() > 0 || minor.compareTo(BigDecimal.valueOf(MOST_MINOR)) > 0
                ? OptionalLong.empty()
                : OptionalLong.of(minor.longValueExact());
    }
}
