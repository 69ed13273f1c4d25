package cn.siyu.adapter.http.brand;

import cn.siyu.adapter.http.answer.Versioned;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.domain.brand.Brand;
import cn.siyu.domain.brand.BrandMode;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/// A brand, the tenant: one company with its customers, staff, accounts and SOPs.
///
/// @param id its id
/// @param slug its short name, used in paths; never changes
/// @param name how people call it
/// @param mode LIVE or SANDBOX; never changes
/// @param timeZone days and quiet hours are its
/// @param strength brand strength, which raises the floor of trust
/// @param alpha how much brand trust weighs against social trust
/// @param currency ISO 4217 code of its money; never changes
/// @param createdAt when it was made
/// @param updatedAt when it was changed last
/// @param version counts its changes
@Serdeable
record BrandResource(
        @Schema(example = "brd_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        @Schema(example = "demo", maxLength = 40) String slug,
        @Schema(example = "小店咖啡", maxLength = 100) String name,
        BrandMode mode,
        @Schema(example = "Asia/Shanghai", maxLength = 60) String timeZone,

        @Schema(example = "0.25", minimum = "0", maximum = "1")
        double strength,

        @Schema(example = "0.5", minimum = "0", maximum = "1")
        double alpha,

        @Schema(example = "CNY", maxLength = 3) String currency,
        @Schema(example = "2026-11-23T09:40:00.000Z") Instant createdAt,
        @Schema(example = "2026-11-23T09:40:00.000Z") Instant updatedAt,
        @Schema(example = "1", minimum = "1") int version)
        implements Versioned {

    static BrandResource of(Brand brand) {
        return new BrandResource(
                IdType.BRAND.format(brand.publicId()),
                brand.slug(),
                brand.name(),
                brand.mode(),
                brand.zone().getId(),
                brand.strength(),
                brand.alpha(),
                brand.currency(),
                brand.createdAt(),
                brand.updatedAt(),
                brand.version());
    }
}
