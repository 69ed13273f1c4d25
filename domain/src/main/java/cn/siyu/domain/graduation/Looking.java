package cn.siyu.domain.graduation;

/// How wide an interval is: 95 % at one look, or 95 % over all looks together (Robbins 1970).
final class Looking {
    static final double Z = 1.959963984540054;
    private static final double ALPHA = .05;

    private Looking() {}

    /// Half the width of an interval that holds at every look.
    ///
    /// @param variance of the estimated difference
    /// @param customers in both arms
    /// @param planned how many customers it is laid out for
    static double early(double variance, double customers, double planned) {
        double log = -2 * Math.log(ALPHA);
        double g = customers * (log + Math.log(log + 1)) / planned;
        return Math.sqrt(variance * 2 * (g + 1) / g * Math.log(Math.sqrt(g + 1) / ALPHA));
    }

    static double halfWidth(Difference.Reading reading, double variance, double customers, double planned) {
        return switch (reading) {
            case EARLY -> early(variance, customers, planned);
            case FINAL -> Z * Math.sqrt(variance);
        };
    }
}
