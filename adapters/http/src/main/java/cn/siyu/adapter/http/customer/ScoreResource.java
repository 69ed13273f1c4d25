package cn.siyu.adapter.http.customer;

import cn.siyu.domain.trust.ComponentScore;
import cn.siyu.domain.trust.Confidence;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/// Brand trust or social trust as a score of its own.
///
/// @param score 0 to 100
/// @param points what the evidence comes to, before it is placed on the curve
/// @param confidence how much it rests on, 0 to 1
/// @param knowledge the same in a word
@Serdeable
@Schema(name = "TrustScore", description = "Brand trust or social trust as a score of its own")
record ScoreResource(
        @Schema(example = "47.5", minimum = "0", maximum = "100")
        double score,

        @Schema(example = "12.25", minimum = "-1000000") double points,

        @Schema(example = "0.63", minimum = "0", maximum = "1")
        double confidence,

        Confidence.Knowledge knowledge) {
    static ScoreResource of(ComponentScore score) {
        return new ScoreResource(
                Rounding.shown(score.score()),
                Rounding.shown(score.points()),
                Rounding.shown(score.confidence().value()),
                score.confidence().knowledge());
    }
}
