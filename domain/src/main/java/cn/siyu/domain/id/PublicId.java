package cn.siyu.domain.id;

import java.time.Instant;
import java.util.UUID;

/// The id by which clients know a resource: a UUID version 7, sortable by the moment of creation.
///
/// @param value a UUID of version 7
public record PublicId(UUID value) implements Comparable<PublicId> {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT_RFC = 0x8000_0000_0000_0000L;

    /// Builds the id of a thing that came into being at a moment.
    ///
    /// @param createdAt the moment; its milliseconds become the leading 48 bits
    /// @param chanceHigh 12 of its bits are used: random, or a keyed hash where runs must be
    ///     repeatable
    /// @param chanceLow 62 of its bits are used, likewise
    public static PublicId of(Instant createdAt, long chanceHigh, long chanceLow) {
        long high = (createdAt.toEpochMilli() << 16) | VERSION_7 | (chanceHigh & 0x0FFFL);
        long low = VARIANT_RFC | (chanceLow & 0x3FFF_FFFF_FFFF_FFFFL);
        return new PublicId(new UUID(high, low));
    }

    /// When the id was made, to the millisecond.
    public Instant createdAt() {
        return Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16);
    }

    @Override
    public int compareTo(PublicId other) {
        int high = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
