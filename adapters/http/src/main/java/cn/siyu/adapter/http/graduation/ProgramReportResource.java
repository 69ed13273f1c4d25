package cn.siyu.adapter.http.graduation;

import cn.siyu.application.graduation.ReportProgram;
import cn.siyu.domain.graduation.Difference;
import cn.siyu.domain.graduation.SampleRatio;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What came of a program.
@Serdeable
@Schema(name = "GraduationReport", description = "What came of a program, and whether it did any good (迁移报告)")
record ProgramReportResource(
        @Schema(description = "Customers chosen to be invited, whether it came to that or not", example = "400")
        long chosen,

        @Schema(
                description = "Of them invited, whatever came of it: who opted out since is among them",
                example = "380")
        long invited,

        @Schema(description = "Invitations by message that reached their customer", example = "350")
        long delivered,

        @Schema(description = "Became a contact of one of the accounts, asked or not", example = "120")
        long accepted,

        @Schema(description = "Did not come in time, and not since", example = "200")
        long expired,

        @Schema(description = "Not invited: the governor refused, or there was no way", example = "15")
        long refused,

        @Schema(description = "Held out", example = "100") long heldOut,

        @Schema(description = "Left out of the comparison, since one person is in both arms", example = "0")
        long merged,

        @Schema(description = "Whether as many were held out as the program says, within chance (样本比例)")
        RatioResource sampleRatio,

        Difference.Reading reading,

        @Schema(
                description = "What happened later is not in it; of a program that has ended, when it ended",
                example = "2026-12-31T09:40:00.000Z")
        Instant readAt,

        @Schema(description = "Social trust, 0 to 100, adjusted by what it was before")
        DifferenceResource socialTrust,

        @Schema(description = "Share of customers with an order since")
        DifferenceResource bought,

        @Schema(description = "Net amount since, in minor units, adjusted by what was bought before")
        DifferenceResource spentMinor,

        @Schema(description = "By which edition it is read", example = "graduation-2025", maxLength = 60)
        String policyEdition) {
    /// Whether the arms are as they were planned.
    @Serdeable
    @Schema(
            name = "SampleRatio",
            description =
                    "Held out as planned, or not: χ² of everybody drawn against the planned share. With an alarm something chose"
                            + " who is in which arm, and no difference is told (RATIO_OFF)")
    record RatioResource(
            @Schema(description = "Share that was to be held out", example = "0.2")
            double planned,

            @Schema(description = "Share that was", example = "0.203")
            double actual,

            @Nullable
            @Schema(
                    description =
                            "How often chance alone misses it by so much; null while fewer than 5 are expected in an arm",
                    example = "0.504985")
            Double p,

            @Schema(description = "Chance is ruled out: p below 0.001", example = "false")
            boolean alarm) {
        static RatioResource of(SampleRatio one) {
            Double p = one.p();
            return new RatioResource(
                    one.planned(), rounded(one.actual()), p == null ? null : significant(p), one.alarm());
        }

        /// Six digits of it, however small it is.
        private static double significant(double p) {
            return BigDecimal.valueOf(p).round(new MathContext(6)).doubleValue();
        }
    }

    /// A difference with its 95 % interval.
    @Serdeable
    @Schema(name = "ArmDifference", description = "Invited against held out, with the 95 % interval")
    record DifferenceResource(
            @Schema(description = "Of those chosen to be invited", example = "48.2")
            double treated,

            @Schema(description = "Of those held out", example = "44.1")
            double control,

            @Nullable
            @Schema(
                    description = "The one less the other; null if they are too few, or the sample ratio is off",
                    example = "4.1")
            Double difference,

            @Nullable @Schema(description = "Where the interval begins", example = "1.2")
            Double low,

            @Nullable @Schema(description = "Where it ends", example = "7.0")
            Double high,

            Difference.Finding finding) {
        static DifferenceResource of(Difference one) {
            return new DifferenceResource(
                    rounded(one.treated()),
                    rounded(one.control()),
                    rounded(one.difference()),
                    rounded(one.low()),
                    rounded(one.high()),
                    one.finding());
        }
    }

    static ProgramReportResource of(ReportProgram.Report report) {
        var result = report.result();
        var tally = result.tally();
        return new ProgramReportResource(
                tally.chosen(),
                tally.invited(),
                tally.delivered(),
                tally.accepted(),
                tally.expired(),
                tally.refused(),
                tally.heldOut(),
                result.merged(),
                RatioResource.of(result.ratio(report.program())),
                result.reading(),
                result.readAt(),
                DifferenceResource.of(result.social()),
                DifferenceResource.of(result.bought()),
                DifferenceResource.of(result.spentMinor()),
                result.policyEdition());
    }

    private static @Nullable Double rounded(@Nullable Double value) {
        return value == null ? null : rounded(value.doubleValue());
    }

    private static double rounded(double value) {
        return Math.round(value * 1e6) / 1e6;
    }
}
