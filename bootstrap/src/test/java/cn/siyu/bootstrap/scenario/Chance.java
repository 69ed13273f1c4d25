package cn.siyu.bootstrap.scenario;

/// Choices that depend on nothing but the seed, who chooses, what about and for which time:
/// whatever else happens in between, the same person does the same.
record Chance(long seed) {
    private static final double UNIT = 0x1.0p-53;

    /// A number from 0 up to, not including, 1.
    double unit(String who, String what, long n) {
        long mixed = mix(seed ^ mix(hash(who) ^ mix(hash(what) ^ mix(n))));
        return (mixed >>> 11) * UNIT;
    }

    boolean happens(double probability, String who, String what, long n) {
        return unit(who, what, n) < probability;
    }

    /// How warm somebody is: 0.2 to 2, few are very warm.
    double warmth(String who) {
        double u = unit(who, "warmth", 0);
        return 0.2 + 1.8 * u * u;
    }

    /// How many of something that happens `mean` times on average.
    int count(double mean, String what, long n) {
        double left = Math.exp(-mean);
        double u = unit("world", what, n);
        double term = left;
        int k = 0;
        while (u > left && k < 10 * mean + 20) {
            k++;
            term *= mean / k;
            left += term;
        }
        return k;
    }

    private static long hash(String text) {
        long hash = 1125899906842597L;
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash;
    }

    private static long mix(long given) {
        long z = given + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
