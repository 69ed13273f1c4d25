package cn.siyu.adapter.http.customer;

import cn.siyu.domain.trust.Confidence;
import cn.siyu.domain.trust.RelationshipTrust;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/// Trust in one relationship.
///
/// @param relationship which
/// @param channel the kind of its channel
/// @param live whether it lives
/// @param trust T, between floor and ceiling
/// @param social social trust in this relationship
/// @param floor the least that trust can be on this channel for this brand
/// @param ceiling the most
/// @param brandShare the share of brand trust in T
/// @param confidence how much T rests on
/// @param knowledge the same in a word
@Serdeable
@Schema(name = "RelationshipTrust", description = "Trust in one relationship")
record RelationshipTrustResource(
        @Schema(example = "rel_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String relationship,

        @Schema(example = "WECOM", maxLength = 40) String channel,
        @Schema(example = "true") boolean live,

        @Schema(example = "54.210937", minimum = "0", maximum = "100")
        double trust,

        ScoreResource social,

        @Schema(example = "39", minimum = "0", maximum = "100")
        double floor,

        @Schema(example = "75", minimum = "0", maximum = "100")
        double ceiling,

        @Schema(example = "0.5", minimum = "0", maximum = "1")
        double brandShare,

        @Schema(example = "0.63", minimum = "0", maximum = "1")
        double confidence,

        Confidence.Knowledge knowledge) {
    static RelationshipTrustResource of(String relationship, String channel, boolean live, RelationshipTrust trust) {
        return new RelationshipTrustResource(
                relationship,
                channel,
                live,
                Rounding.shown(trust.trust()),
                ScoreResource.of(trust.social()),
                Rounding.shown(trust.envelope().floor()),
                Rounding.shown(trust.envelope().ceiling()),
                Rounding.shown(trust.brandShare()),
                Rounding.shown(trust.confidence().value()),
                trust.confidence().knowledge());
    }
}
