package cn.siyu.domain.graduation;

import java.time.Instant;

/// Where the tiers of a brand begin (价值分位), measured among those who bought something in the
/// window: half of all customers who never bought would otherwise make everybody valuable. Amounts
/// are net of refunds, in minor units.
///
/// @param since from when on orders counted
/// @param buyers how many customers bought something
/// @param winBackFrom what a lost customer must be worth to be won back
/// @param middleFrom where MIDDLE begins
/// @param coreFrom where CORE begins
/// @param policyEdition by which percentiles
public record ValueScale(
        Instant measuredAt,
        Instant since,
        long buyers,
        long winBackFrom,
        long middleFrom,
        long coreFrom,
        String policyEdition) {
    /// Nobody is valuable who bought nothing.
    public ValueScale {
        winBackFrom = Math.max(1, winBackFrom);
        middleFrom = Math.max(1, middleFrom);
        coreFrom = Math.max(middleFrom, coreFrom);
    }

    /// The tier of somebody who was worth so much.
    public ValueTier tier(long valueMinor) {
        if (valueMinor >= coreFrom) {
            return ValueTier.CORE;
        }
        return valueMinor >= middleFrom ? ValueTier.MIDDLE : ValueTier.OTHER;
    }
}
