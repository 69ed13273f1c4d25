package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.customer.ReadIdentityGraph;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.customer.identity.IdentityConflict;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Two identities that were said to be one person's and can't be.
///
/// @param id what it is called here
/// @param one one of the two, with whose it is
/// @param other the other one
/// @param reason why they can't be one person's
/// @param source who said so; null if an operator decided it
/// @param notedAt when it was noticed
@Serdeable
@Schema(name = "OpenIdentityConflict", description = "Two identities that can't be one person's (身份冲突)")
record IdentityConflictResource(
        @Schema(example = "icf_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        IdentitySideResource one,
        IdentitySideResource other,
        IdentityConflict.Reason reason,

        @Nullable IdentitySource source,

        @Schema(example = "2026-02-20T08:00:00.000Z") Instant notedAt) {
    static IdentityConflictResource of(ReadIdentityGraph.OfConflict view, Masks masks) {
        var conflict = view.conflict();
        return new IdentityConflictResource(
                IdType.IDENTITY_CONFLICT.format(conflict.publicId()),
                IdentitySideResource.of(view.one(), masks),
                IdentitySideResource.of(view.other(), masks),
                conflict.reason(),
                conflict.source(),
                conflict.at());
    }
}
