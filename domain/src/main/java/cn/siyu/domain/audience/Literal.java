package cn.siyu.domain.audience;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// A value written in an expression.
public sealed interface Literal {
    /// A text or a code.
    record Text(String text) implements Literal {}

    /// A number with at most 6 decimals; equal numbers are equal records, however they were
    /// written.
    record Amount(BigDecimal value) implements Literal {
        public Amount {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
            if (value.scale() < 0) {
                value = value.setScale(0);
            }
        }
    }

    /// A time.
    sealed interface Time extends Literal {
        /// The point in time it stands for.
        Instant at(AsOf asOf);
    }

    /// A fixed point in time, to the millisecond.
    record Moment(Instant instant) implements Time {
        public Moment {
            instant = instant.truncatedTo(ChronoUnit.MILLIS);
        }

        @Override
        public Instant at(AsOf asOf) {
            return instant;
        }
    }

    /// The first moment of a day in the brand's time zone.
    record Day(LocalDate date) implements Time {
        @Override
        public Instant at(AsOf asOf) {
            return date.atStartOfDay(asOf.zone()).toInstant();
        }
    }

    /// A time relative to the evaluation's now.
    ///
    /// @param offset added to now; negative for the past; whole seconds; a day is 24 hours
    record FromNow(Duration offset) implements Time {
        @Override
        public Instant at(AsOf asOf) {
            return asOf.now().plus(offset);
        }
    }
}
