package cn.siyu.adapter.wecomsimulator.world;

import java.util.Arrays;

/// Counts for each customer how often something happened in the current period. One number per
/// customer, so that a million stay small: the period in the upper bits, its count in the lower.
final class Shown {
    private static final int COUNT_BITS = 8;
    private static final int MOST = (1 << COUNT_BITS) - 1;
    private int[] packed = new int[0];

    int in(int period, int customer) {
        return customer < packed.length && packed[customer] >>> COUNT_BITS == period ? packed[customer] & MOST : 0;
    }

    void add(int period, int customer) {
        if (customer >= packed.length) {
            packed = Arrays.copyOf(packed, Math.max(customer + 1, packed.length * 2));
        }
        packed[customer] = period << COUNT_BITS | Math.min(MOST, in(period, customer) + 1);
    }
}
