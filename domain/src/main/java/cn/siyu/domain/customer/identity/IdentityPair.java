package cn.siyu.domain.customer.identity;

import cn.siyu.domain.customer.IdentityId;
import java.util.Comparator;

/// Two identities, whichever is named first.
///
/// @param low the one with the lower number
public record IdentityPair(IdentityId low, IdentityId high) implements Comparable<IdentityPair> {
    private static final Comparator<IdentityPair> ORDER = Comparator.<IdentityPair>comparingLong(
                    pair -> pair.low().value())
            .thenComparingLong(pair -> pair.high().value());

    public IdentityPair {
        if (low.value() >= high.value()) {
            throw new IllegalArgumentException("a pair is two identities, the lower number first");
        }
    }

    /// Two identities in either order.
    public static IdentityPair of(IdentityId one, IdentityId other) {
        return one.value() < other.value() ? new IdentityPair(one, other) : new IdentityPair(other, one);
    }

    @Override
    public int compareTo(IdentityPair other) {
        return ORDER.compare(this, other);
    }
}
