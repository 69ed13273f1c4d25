package cn.siyu.adapter.http.graduation;

import cn.siyu.application.graduation.ReportProgram;
import cn.siyu.domain.graduation.Candidate;
import cn.siyu.domain.graduation.Difference;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What came of a program.
@Serdeable
@Schema(name = "GraduationReport", description = "What came of a program, and whether it did any good (迁移报告)")
record ProgramReportResource(
        @Schema(description = "Customers chosen to be invited, whether it came to that or not", example = "400")
        long chosen,

        @Schema(description = "Of them invited, whatever came of it", example = "380")
        long invited,

        @Schema(description = "Invitations by message that reached their customer", example = "350")
        long delivered,

        @Schema(description = "Became a contact of one of the accounts", example = "120")
        long accepted,

        @Schema(description = "Did not come in time, and not since", example = "200")
        long expired,

        @Schema(description = "Not invited: the governor refused, or there was no way", example = "15")
        long refused,

        @Schema(description = "Held out", example = "100") long heldOut,

        @Schema(description = "Left out of the comparison, since one person is in both arms", example = "0")
        long merged,

        Difference.Reading reading,

        @Schema(description = "Social trust, 0 to 100, adjusted by what it was before")
        DifferenceResource socialTrust,

        @Schema(description = "Share of customers with an order since")
        DifferenceResource bought,

        @Schema(description = "Net amount since, in minor units, adjusted by what was bought before")
        DifferenceResource spentMinor,

        @Schema(description = "By which edition it is read", example = "graduation-2025", maxLength = 60)
        String policyEdition) {
    /// A difference with its 95 % interval.
    @Serdeable
    @Schema(name = "ArmDifference", description = "Invited against held out, with the 95 % interval")
    record DifferenceResource(
            @Schema(description = "Of those chosen to be invited", example = "48.2")
            double treated,

            @Schema(description = "Of those held out", example = "44.1")
            double control,

            @Nullable @Schema(description = "The one less the other; null if they are too few", example = "4.1")
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
        long accepted = count(report, Candidate.State.ACCEPTED);
        long expired = count(report, Candidate.State.EXPIRED);
        long invited = count(report, Candidate.State.INVITED) + accepted + expired;
        long refused = count(report, Candidate.State.REFUSED);
        return new ProgramReportResource(
                invited + refused + count(report, Candidate.State.CHOSEN) + count(report, Candidate.State.WITHDRAWN),
                invited,
                report.delivered(),
                accepted,
                expired,
                refused,
                count(report, Candidate.State.HELD_OUT),
                report.merged(),
                report.reading(),
                DifferenceResource.of(report.social()),
                DifferenceResource.of(report.bought()),
                DifferenceResource.of(report.spentMinor()),
                report.policyEdition());
    }

    private static long count(ReportProgram.Report report, Candidate.State state) {
        return report.counts().getOrDefault(state, 0L);
    }

    private static @Nullable Double rounded(@Nullable Double value) {
        return value == null ? null : rounded(value.doubleValue());
    }

    private static double rounded(double value) {
        return Math.round(value * 1e6) / 1e6;
    }
}
