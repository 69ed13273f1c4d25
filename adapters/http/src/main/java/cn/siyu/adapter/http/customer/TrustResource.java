package cn.siyu.adapter.http.customer;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Trust of a customer, exact at the moment of asking.
///
/// @param customer whose
/// @param trust that of the best live relationship; null without one
/// @param best which relationship that is; null without one
/// @param brand brand trust, the same in every relationship
/// @param relationships trust in each, ended ones too
/// @param asOf for which moment it was computed
/// @param policyEdition by which edition of the trust policy
@Serdeable
@Schema(name = "Trust", description = "Trust of a customer, exact at the moment of asking (信任)")
record TrustResource(
        @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String customer,

        @Nullable @Schema(example = "54.210937", minimum = "0", maximum = "100")
        Double trust,

        @Nullable @Schema(example = "rel_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String best,

        ScoreResource brand,
        @ArraySchema(maxItems = 1000) List<RelationshipTrustResource> relationships,
        @Schema(example = "2026-03-01T08:00:00.000Z") Instant asOf,
        @Schema(example = "trust-2026-01", maxLength = 60) String policyEdition) {}
