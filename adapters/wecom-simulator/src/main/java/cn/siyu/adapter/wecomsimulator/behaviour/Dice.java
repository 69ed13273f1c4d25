package cn.siyu.adapter.wecomsimulator.behaviour;

/// Chance as a function: the same seed, customer, purpose and number always give the same value,
/// whatever was asked before.
record Dice(long seed) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /// A number from 0 (inclusive) to 1 (exclusive).
    double unit(long subject, String purpose, long n) {
        var mixed = mix(mix(mix(seed) ^ (subject + 1) * GOLDEN) ^ purpose.hashCode() * 0xD1B54A32D192ED03L);
        return (mix(mixed ^ (n + 1) * 0x8CB92BA72F3D8DD7L) >>> 11) * 0x1.0p-53;
    }

    boolean happens(double rate, long subject, String purpose, long n) {
        return unit(subject, purpose, n) < rate;
    }

    /// A whole number from 0 (inclusive) to `bound` (exclusive).
    int below(int bound, long subject, String purpose, long n) {
        return (int) (unit(subject, purpose, n) * bound);
    }

    /// A waiting time whose mean is `mean`, the shorter the likelier.
    double exponential(double mean, long subject, String purpose, long n) {
        return -mean * Math.log1p(-unit(subject, purpose, n));
    }

    private static long mix(long value) {
        var z = value + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
