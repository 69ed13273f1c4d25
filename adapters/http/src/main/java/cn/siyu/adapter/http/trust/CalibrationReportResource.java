package cn.siyu.adapter.http.trust;

import cn.siyu.adapter.http.trust.TrustComparisonResource.TrustIntervalResource;
import cn.siyu.domain.trust.calibration.CalibrationReport;
import cn.siyu.domain.trust.calibration.CalibrationReport.Component;
import cn.siyu.domain.trust.calibration.CalibrationReport.Objection;
import cn.siyu.domain.trust.calibration.OutcomeTable;
import cn.siyu.domain.trust.compare.Interval;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a calibration has learnt.
///
/// @param asOf up to when outcomes were known
/// @param policyEdition the edition whose points were checked
/// @param relationships how many relationships there are
/// @param sampled how many of them were looked at
/// @param cutsAt the moments at which was looked, the earliest first; the last two were for
///     checking only
/// @param trainRows how many relationships at the cuts that points were fitted to
/// @param testRows how many at the cuts they were checked on
/// @param parts social points by losses, brand points by purchases
/// @param losses the chance of loss by trust, per channel, with the points in force
/// @param stability how far trust would move if all that may be adopted were (PSI); above 0.2 is
///     too far
@Serdeable
@Schema(name = "CalibrationReport", description = "What a calibration has learnt (校准报告)")
record CalibrationReportResource(
        @Schema(example = "2026-03-01T08:00:00.000Z") Instant asOf,
        @Schema(example = "trust-2025", maxLength = 80) String policyEdition,
        @Schema(example = "4980", minimum = "0") long relationships,
        @Schema(example = "4980", minimum = "0") long sampled,

        @ArraySchema(
                maxItems = 12,
                schema = @Schema(example = "2025-12-31T08:00:00.000Z", type = "string", format = "date-time"))
        List<Instant> cutsAt,

        @Schema(example = "12840", minimum = "0") int trainRows,
        @Schema(example = "8920", minimum = "0") int testRows,
        @ArraySchema(maxItems = 2) List<Part> parts,
        @ArraySchema(maxItems = 100) List<Losses> losses,
        @Schema(example = "0.042", minimum = "0") double stability) {
    /// What was learnt of the points of one component.
    ///
    /// @param component SOCIAL by losses within 30 days, BRAND by purchases within 60
    /// @param outcomes how many losses or purchases there were to learn from
    /// @param testOutcomes how many to check with
    /// @param ridge how strongly points were held where they are, chosen by cross-validation
    /// @param learnt what each kind of evidence is worth
    /// @param inForce how the points in force predict, out of time; null where that can't be told
    /// @param proposed how the new ones do; null where that can't be told
    /// @param baseline how recency, frequency, money and tenure do; null where that can't be told
    /// @param brierChange where the change of Brier's score lies, new less old: better only if all
    ///     of it is below 0
    /// @param beaten whether a simple model clearly tells more than trust does
    /// @param objections why the new points may not be adopted; empty: they may
    @Serdeable
    @Schema(name = "CalibrationPart", description = "What was learnt of the points of one component")
    record Part(
            Component component,
            @Schema(example = "412", minimum = "0") long outcomes,
            @Schema(example = "188", minimum = "0") long testOutcomes,
            @Schema(example = "100", minimum = "0") double ridge,
            @ArraySchema(maxItems = 1000) List<Learnt> learnt,
            @Nullable Fit inForce,
            @Nullable Fit proposed,
            @Nullable Fit baseline,
            @Nullable TrustIntervalResource brierChange,
            @Schema(example = "false") boolean beaten,
            @ArraySchema(maxItems = 10) List<Objection> objections) {
        static Part of(CalibrationReport.Part part) {
            return new Part(
                    part.component(),
                    part.outcomes(),
                    part.testOutcomes(),
                    part.ridge(),
                    part.learnt().stream().map(Learnt::of).toList(),
                    Fit.of(part.inForce()),
                    Fit.of(part.proposed()),
                    Fit.of(part.baseline()),
                    interval(part.brierChange()),
                    part.beaten(),
                    part.objections());
        }
    }

    /// What one kind of evidence is worth.
    ///
    /// @param kind which kind
    /// @param inForce its points now, before the sign
    /// @param fitted what the data say, before rounding
    /// @param proposed the new points, in halves
    /// @param outcomes of how many outcomes it was part
    /// @param thin whether these are fewer than 50, so that it stays as it is
    @Serdeable
    @Schema(name = "CalibratedKind", description = "What one kind of evidence is worth")
    record Learnt(
            @Schema(example = "REPLIED", maxLength = 60) String kind,

            @Schema(example = "4", minimum = "0", maximum = "1000")
            double inForce,

            @Schema(example = "2.61", minimum = "0") double fitted,

            @Schema(example = "2.5", minimum = "0", maximum = "1000")
            double proposed,

            @Schema(example = "230", minimum = "0") long outcomes,
            @Schema(example = "false") boolean thin) {
        static Learnt of(CalibrationReport.Learnt one) {
            return new Learnt(
                    one.kind(), one.inForce(), Digits.shown(one.fitted()), one.proposed(), one.outcomes(), one.thin());
        }
    }

    /// How well something predicts, out of time.
    ///
    /// @param auc the chance that it ranks one to whom it happened higher; .5 is guessing
    /// @param aucInterval where that lies with 95 % confidence
    /// @param brier mean squared distance of its probabilities from what came; less is better
    /// @param brierInterval where that lies with 95 % confidence
    @Serdeable
    @Schema(name = "CalibrationFit", description = "How well something predicts, out of time")
    record Fit(
            @Schema(example = "0.71", minimum = "0", maximum = "1")
            double auc,

            TrustIntervalResource aucInterval,

            @Schema(example = "0.062", minimum = "0", maximum = "1")
            double brier,

            TrustIntervalResource brierInterval) {
        static @Nullable Fit of(CalibrationReport.@Nullable Fit fit) {
            return fit == null
                    ? null
                    : new Fit(
                            Digits.shown(fit.auc()),
                            TrustIntervalResource.of(fit.aucInterval()),
                            Digits.shown(fit.brier()),
                            TrustIntervalResource.of(fit.brierInterval()));
        }
    }

    /// The chance of loss by trust on one kind of channel.
    ///
    /// @param channel which kind of channel
    /// @param bins by rising trust, of about equally many relationships
    @Serdeable
    @Schema(name = "CalibrationLosses", description = "The chance of loss by trust on one kind of channel")
    record Losses(
            @Schema(example = "WECOM", maxLength = 60) String channel,
            @ArraySchema(maxItems = 10) List<Bin> bins) {}

    /// One range of trust.
    ///
    /// @param from the least trust in it
    /// @param until the largest
    /// @param relationships how many
    /// @param lost how many were lost within 30 days
    /// @param chance their share, made to fall with trust
    /// @param interval Wilson's interval of the share as it was counted
    @Serdeable
    @Schema(name = "CalibrationBin", description = "One range of trust with its chance of loss")
    record Bin(
            @Schema(example = "40.2", minimum = "0", maximum = "100")
            double from,

            @Schema(example = "43.9", minimum = "0", maximum = "100")
            double until,

            @Schema(example = "1280", minimum = "0") long relationships,
            @Schema(example = "96", minimum = "0") long lost,

            @Schema(example = "0.075", minimum = "0", maximum = "1")
            double chance,

            TrustIntervalResource interval) {
        static Bin of(OutcomeTable.Bin bin) {
            return new Bin(
                    Digits.shown(bin.from()),
                    Digits.shown(bin.until()),
                    bin.count(),
                    bin.happened(),
                    Digits.shown(bin.chance()),
                    TrustIntervalResource.of(bin.interval()));
        }
    }

    private static @Nullable TrustIntervalResource interval(@Nullable Interval interval) {
        return interval == null ? null : TrustIntervalResource.of(interval);
    }

    static CalibrationReportResource of(CalibrationReport report) {
        return new CalibrationReportResource(
                report.asOf(),
                report.policyEdition(),
                report.relationships(),
                report.sampled(),
                report.cuts(),
                report.trainRows(),
                report.testRows(),
                report.parts().stream().map(Part::of).toList(),
                report.losses().stream()
                        .map(one -> new Losses(
                                one.channel(), one.bins().stream().map(Bin::of).toList()))
                        .toList(),
                Digits.shown(report.stability()));
    }
}
