package cn.siyu.domain.graduation;

import cn.siyu.domain.graduation.Difference.Reading;

/// The difference of two shares (比例差): Newcombe's interval from Wilson's (1998, 1927), or while
/// it runs one that holds at every look.
public final class Shares {
    private Shares() {}

    /// So many of so many.
    public record Count(long of, long customers) {
        double share() {
            return customers == 0 ? 0 : (double) of / customers;
        }

        double variance() {
            return share() * (1 - share()) / customers;
        }

        /// Where Wilson's interval begins.
        double low() {
            return middle() - half();
        }

        /// Where it ends.
        double high() {
            return middle() + half();
        }

        private double middle() {
            double square = Looking.Z * Looking.Z;
            return (share() + square / (2 * customers)) / (1 + square / customers);
        }

        private double half() {
            double square = Looking.Z * Looking.Z;
            return Looking.Z
                    * Math.sqrt(variance() + square / (4.0 * customers * customers))
                    / (1 + square / customers);
        }
    }

    /// Compares.
    ///
    /// @param least with fewer conversions in an arm nothing but counts is told
    /// @param planned for how many customers an early look is laid out
    public static Difference compare(Count treated, Count control, Reading reading, int least, int planned) {
        if (treated.of() < least || control.of() < least) {
            return Difference.tooFew(treated.share(), control.share());
        }
        double difference = treated.share() - control.share();
        return switch (reading) {
            case FINAL -> newcombe(treated, control, difference);
            case EARLY -> {
                double half = Looking.early(
                        treated.variance() + control.variance(),
                        (double) treated.customers() + control.customers(),
                        planned);
                yield Difference.of(treated.share(), control.share(), difference, difference - half, difference + half);
            }
        };
    }

    private static Difference newcombe(Count treated, Count control, double difference) {
        double low = difference - Math.hypot(treated.share() - treated.low(), control.high() - control.share());
        double high = difference + Math.hypot(treated.high() - treated.share(), control.share() - control.low());
        return Difference.of(treated.share(), control.share(), difference, low, high);
    }
}
