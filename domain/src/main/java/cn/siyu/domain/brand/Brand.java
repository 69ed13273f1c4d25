package cn.siyu.domain.brand;

import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A brand (品牌), the tenant: one company with its customers, staff, accounts and SOPs. An agency
/// runs several.
///
/// @param id the brand's number
/// @param publicId what clients call it
/// @param slug the short name used in paths, unique in the installation: 2 to 40 of `a-z 0-9 -`
/// @param name how people call it
/// @param mode real or sandbox
/// @param zone the brand's time zone: brand days, quiet hours of customers without a zone of their
///     own
/// @param strength brand strength (品牌势能), 0 to 1: raises the floor of trust
/// @param alpha how much brand trust weighs against social trust, 0 to 1: .7 for low price and
///     simple decisions, .5 normal, .3 for high price and complex ones
/// @param currency the ISO 4217 code of its money
/// @param landmark the moment trust is decayed from; never later than the first evidence needs
/// @param sandboxNow where a sandbox's clock stands; null for a live brand
/// @param version counts changes
public record Brand(
        BrandId id,
        PublicId publicId,
        String slug,
        String name,
        BrandMode mode,
        ZoneId zone,
        double strength,
        double alpha,
        String currency,
        Instant landmark,
        @Nullable Instant sandboxNow,
        int version,
        Instant createdAt,
        Instant updatedAt) {
    /// What a slug looks like.
    public static final String SLUG_PATTERN = "[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])";

    public Brand {
        if (!slug.matches(SLUG_PATTERN)) {
            throw new IllegalArgumentException("a slug has 2 to 40 of a-z 0-9 -, was '" + slug + "'");
        }
        if (!(strength >= 0 && strength <= 1) || !(alpha >= 0 && alpha <= 1)) {
            throw new IllegalArgumentException("strength and alpha lie between 0 and 1");
        }
        if ((mode == BrandMode.SANDBOX) != (sandboxNow != null)) {
            throw new IllegalArgumentException("a sandbox has a clock of its own, a live brand has none");
        }
    }

    /// The brand's time, given the machine's.
    public Instant now(Instant machineNow) {
        return sandboxNow == null ? machineNow : sandboxNow;
    }
}
