package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.customer.ReadIdentityGraph;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That a link between two identities was taken back.
///
/// @param id what it is called here
/// @param one one of the two, with whose it is today
/// @param other the other one
/// @param reason why
/// @param revokedBy the API key of whoever did it; null if the product did
/// @param revokedAt when
@Serdeable
@Schema(name = "IdentityRevocation", description = "A link between two identities that was taken back (身份关联撤回)")
record IdentityRevocationResource(
        @Schema(example = "idr_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        IdentitySideResource one,
        IdentitySideResource other,

        @Nullable @Schema(example = "a clerk mixed up two customers", maxLength = 1000)
        String reason,

        @Nullable @Schema(example = "key_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String revokedBy,

        @Schema(example = "2026-02-20T08:00:00.000Z") Instant revokedAt) {
    static IdentityRevocationResource of(ReadIdentityGraph.OfRevocation view, Masks masks) {
        var entry = view.entry();
        var by = entry.by();
        return new IdentityRevocationResource(
                IdType.IDENTITY_REVOCATION.format(entry.publicId()),
                IdentitySideResource.of(view.one(), masks),
                IdentitySideResource.of(view.other(), masks),
                masks.words(entry.reason()),
                by == null ? null : IdType.API_KEY.format(by),
                entry.at());
    }
}
