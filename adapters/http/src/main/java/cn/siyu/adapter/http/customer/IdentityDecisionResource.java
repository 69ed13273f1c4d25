package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.customer.ReadIdentityGraph;
import cn.siyu.domain.customer.identity.IdentityDecision;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a person decided about two identities.
///
/// @param id what it is called here
/// @param verdict what was decided
/// @param one one of the two, with whose it is today
/// @param other the other one
/// @param note why; null if not told
/// @param decidedBy the API key of whoever decided; null if the product did
/// @param decidedAt when
/// @param takenBackAt when it was taken back; null while it counts
@Serdeable
@Schema(name = "IdentityDecision", description = "What a person decided about two identities (身份裁定)")
record IdentityDecisionResource(
        @Schema(example = "idd_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        IdentityDecision.Verdict verdict,
        IdentitySideResource one,
        IdentitySideResource other,

        @Nullable @Schema(example = "asked the customer", maxLength = 1000)
        String note,

        @Nullable @Schema(example = "key_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String decidedBy,

        @Schema(example = "2026-02-20T08:00:00.000Z") Instant decidedAt,

        @Nullable @Schema(example = "2026-02-21T08:00:00.000Z")
        Instant takenBackAt) {
    static IdentityDecisionResource of(ReadIdentityGraph.OfDecision view, Masks masks) {
        var entry = view.entry();
        var by = entry.by();
        return new IdentityDecisionResource(
                IdType.IDENTITY_DECISION.format(entry.publicId()),
                entry.decision().verdict(),
                IdentitySideResource.of(view.one(), masks),
                IdentitySideResource.of(view.other(), masks),
                masks.words(entry.note()),
                by == null ? null : IdType.API_KEY.format(by),
                entry.at(),
                entry.takenBackAt());
    }
}
