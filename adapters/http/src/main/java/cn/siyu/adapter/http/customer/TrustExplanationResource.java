package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.trust.ExplainTrust.Explained;
import cn.siyu.application.trust.port.EvidenceLog;
import cn.siyu.domain.trust.Contribution;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Why trust in a relationship is what it is: the base, which holds without any evidence, plus all
/// contributions is the trust, but for rounding.
///
/// @param relationship what is explained
/// @param base what trust would be if nothing were known
/// @param contributions the newest pieces of evidence one by one, then the rest of each kind
/// @param asOf for which moment it was computed
/// @param policyEdition by which edition of the trust policy
@Serdeable
@Schema(name = "TrustExplanation", description = "Why trust in a relationship is what it is")
record TrustExplanationResource(
        RelationshipTrustResource relationship,

        @Schema(example = "46.118233", minimum = "0", maximum = "100")
        double base,

        @ArraySchema(maxItems = 1000) List<Line> contributions,
        @Schema(example = "2026-03-01T08:00:00.000Z") Instant asOf,
        @Schema(example = "trust-2026-01", maxLength = 60) String policyEdition) {
    /// What evidence adds to trust, or takes from it.
    ///
    /// @param evidence the piece; null for the rest of a kind
    /// @param kind what kind of evidence
    /// @param count how many pieces this stands for
    /// @param occurredAt when it happened; null for the rest of a kind
    /// @param source who reported it; null for the rest of a kind
    /// @param shareLeft how much of it is left today, 0 to 1; null for the rest of a kind
    /// @param points points of trust
    @Serdeable
    @Schema(name = "TrustContribution", description = "What evidence adds to trust, or takes from it")
    record Line(
            @Nullable @Schema(example = "evd_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
            String evidence,

            @Schema(example = "REPLIED", maxLength = 60) String kind,
            @Schema(example = "1", minimum = "0") long count,

            @Nullable @Schema(example = "2026-02-20T08:00:00.000Z")
            Instant occurredAt,

            @Nullable @Schema(example = "interaction:81", maxLength = 80)
            String source,

            @Nullable @Schema(example = "0.857", minimum = "0", maximum = "1")
            Double shareLeft,

            @Schema(example = "1.204417", minimum = "-100", maximum = "100")
            double points) {
        static Line of(Contribution contribution, Explained explained) {
            return switch (contribution) {
                case Contribution.Piece piece -> {
                    EvidenceLog.Entry entry = Objects.requireNonNull(
                            explained.evidence().get(piece.id()), "what is listed comes from the log");
                    var evidence = entry.dated().evidence();
                    yield new Line(
                            IdType.EVIDENCE.format(entry.publicId()),
                            piece.kind().code(),
                            1,
                            evidence.occurredAt(),
                            evidence.source(),
                            Rounding.shown((Double) piece.shareLeft()),
                            Rounding.shown(piece.points()));
                }
                case Contribution.Rest rest ->
                    new Line(null, rest.kind().code(), rest.count(), null, null, null, Rounding.shown(rest.points()));
            };
        }
    }

    static TrustExplanationResource of(String relationship, boolean live, Explained explained) {
        var explanation = explained.explanation();
        return new TrustExplanationResource(
                RelationshipTrustResource.of(relationship, explained.channelKind(), live, explanation.trust()),
                Rounding.shown(explanation.base()),
                explanation.contributions().stream()
                        .map(each -> Line.of(each, explained))
                        .toList(),
                explained.asOf(),
                explained.policyEdition());
    }
}
