package cn.siyu.adapter.http.insight;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.insight.ReadRetention.Curve;
import cn.siyu.application.insight.ReadRetention.Report;
import cn.siyu.application.insight.port.Retentions.By;
import cn.siyu.domain.customer.lifecycle.Retention;
import cn.siyu.domain.id.PublicId;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How long relationships last that began in the period (留存曲线).
///
/// @param fromOn the first day
/// @param toOn the last day, included
/// @param by what the groups are
/// @param items one curve for each group, those with most relationships first; by month the same
/// @param more whether there are more groups than the 100 that are told
/// @param asOf until when relationships were followed
@Serdeable
@Schema(name = "RetentionReport", description = "How long relationships last that began in the period (留存曲线)")
record RetentionResource(
        @Schema(example = "2025-03-11") LocalDate fromOn,
        @Schema(example = "2026-03-10") LocalDate toOn,
        By by,
        @ArraySchema(maxItems = 100) List<Item> items,
        @Schema(example = "false") boolean more,
        @Schema(example = "2026-03-01T08:00:00.000Z") Instant asOf) {
    /// One group.
    ///
    /// @param id the member, contact way or department; null where there is a code, or nothing
    /// @param code the month, the kind of channel or the source mark; null otherwise
    /// @param name what it is called; null for no source at all
    /// @param relationships how many began
    /// @param lost how many of them one side has ended so far
    /// @param points the share still there after so many days, while 10 could be followed
    @Serdeable
    @Schema(name = "RetentionItem", description = "How long relationships of one group last")
    record Item(
            @Nullable @Schema(example = "stf_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
            String id,

            @Nullable @Schema(example = "2026-02", maxLength = 200)
            String code,

            @Nullable @Schema(example = "一店小达", maxLength = 200)
            String name,

            @Schema(example = "2210", minimum = "0") long relationships,
            @Schema(example = "83", minimum = "0") long lost,
            @ArraySchema(maxItems = 9) List<Point> points) {}

    /// One point of a curve.
    ///
    /// @param days after so many days
    /// @param atRisk how many could be followed for so long
    /// @param share the share still there, by Kaplan and Meier
    /// @param lower where it begins with 95 % confidence
    /// @param upper where it ends
    @Serdeable
    @Schema(name = "RetentionPoint", description = "The share of relationships still there after so many days")
    record Point(
            @Schema(example = "30", minimum = "1") int days,
            @Schema(example = "1804", minimum = "0") long atRisk,

            @Schema(example = "0.962443", minimum = "0", maximum = "1")
            double share,

            @Schema(example = "0.953112", minimum = "0", maximum = "1")
            double lower,

            @Schema(example = "0.96998", minimum = "0", maximum = "1")
            double upper) {}

    static RetentionResource of(Report report) {
        return new RetentionResource(
                report.period().first(),
                report.period().last(),
                report.by(),
                report.curves().stream().map(each -> item(each, report.by())).toList(),
                report.more(),
                report.asOf());
    }

    private static Item item(Curve curve, By by) {
        return new Item(
                id(curve.group().id(), by),
                curve.group().code(),
                curve.group().name(),
                curve.retention().begun(),
                curve.retention().lost(),
                curve.retention().points().stream()
                        .map(RetentionResource::point)
                        .toList());
    }

    private static Point point(Retention.Point one) {
        return new Point(one.days(), one.atRisk(), rounded(one.share()), rounded(one.lower()), rounded(one.upper()));
    }

    private static @Nullable String id(@Nullable PublicId id, By by) {
        if (id == null) {
            return null;
        }
        return switch (by) {
            case STAFF -> IdType.STAFF.format(id);
            case SOURCE -> IdType.CONTACT_WAY.format(id);
            case STORE -> IdType.DEPARTMENT.format(id);
            case CHANNEL, MONTH -> null;
        };
    }

    private static double rounded(double value) {
        return BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN).doubleValue();
    }
}
