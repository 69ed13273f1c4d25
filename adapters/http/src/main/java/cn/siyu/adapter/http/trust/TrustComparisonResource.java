package cn.siyu.adapter.http.trust;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.trust.CompareTrust.Compared;
import cn.siyu.application.trust.CompareTrust.Comparison;
import cn.siyu.application.trust.port.TrustComparisons.By;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.trust.compare.Interval;
import cn.siyu.domain.trust.compare.Sample;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How trust compares between groups of live relationships.
///
/// @param by what the groups are
/// @param relationships how many live relationships were counted
/// @param trust their mean trust; null where there are fewer than 10
/// @param trustInterval where the mean lies with 95 % confidence; null where there are fewer than
///     10
/// @param otherwiseRead how many were left out, since they were read last under another edition;
///     tomorrow they are back
/// @param items one row per group, by name
/// @param asOf for which moment; the scores are of the last night or newer
/// @param policyEdition by which trust policy
@Serdeable
@Schema(name = "TrustComparison", description = "How trust compares between groups of live relationships (信任对比)")
record TrustComparisonResource(
        By by,
        @Schema(example = "4980", minimum = "0") long relationships,

        @Nullable @Schema(example = "47.31", minimum = "0", maximum = "100")
        Double trust,

        @Nullable TrustIntervalResource trustInterval,
        @Schema(example = "0", minimum = "0") long otherwiseRead,
        @ArraySchema(maxItems = 100000) List<Item> items,
        @Schema(example = "2026-03-01T08:00:00.000Z") Instant asOf,
        @Schema(example = "trust-2025", maxLength = 80) String policyEdition) {
    /// Where a quantity lies with 95 % confidence.
    ///
    /// @param lower the lower end
    /// @param upper the upper end
    @Serdeable
    @Schema(name = "TrustInterval", description = "Where a quantity lies with 95 % confidence")
    record TrustIntervalResource(
            @Schema(example = "45.1", minimum = "-1000", maximum = "1000")
            double lower,

            @Schema(example = "49.4", minimum = "-1000", maximum = "1000")
            double upper) {
        static TrustIntervalResource of(Interval interval) {
            return new TrustIntervalResource(Digits.shown(interval.lower()), Digits.shown(interval.upper()));
        }
    }

    /// One group.
    ///
    /// @param id the member, contact way or department; null for a channel, a bare source mark, or
    ///     no source at all
    /// @param code the kind of channel or the source mark; null otherwise
    /// @param name what it is called; null for no source at all
    /// @param hook what the contact way promises (钩子); null if nothing
    /// @param relationships how many live relationships
    /// @param tooFew whether there are fewer than 10: then there are no means
    /// @param trust mean trust; null where there are too few
    /// @param trustInterval where it lies with 95 % confidence; null where there are too few
    /// @param social mean social trust; null where there are too few
    /// @param brand mean brand trust of the customers; null where there are too few
    /// @param above points by which mean trust lies above that of all others; null where there are
    ///     too few
    /// @param aboveInterval where that difference lies with 95 % confidence; the group differs if
    ///     it leaves 0 out
    @Serdeable
    @Schema(name = "TrustComparisonItem", description = "One group of live relationships")
    record Item(
            @Nullable @Schema(example = "stf_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
            String id,

            @Nullable @Schema(example = "WECOM", maxLength = 200)
            String code,

            @Nullable @Schema(example = "一店小达", maxLength = 200)
            String name,

            @Nullable @Schema(example = "九折券", maxLength = 200)
            String hook,

            @Schema(example = "412", minimum = "0") long relationships,
            @Schema(example = "false") boolean tooFew,

            @Nullable @Schema(example = "49.02", minimum = "0", maximum = "100")
            Double trust,

            @Nullable TrustIntervalResource trustInterval,

            @Nullable @Schema(example = "31.2", minimum = "0", maximum = "100")
            Double social,

            @Nullable @Schema(example = "40.9", minimum = "0", maximum = "100")
            Double brand,

            @Nullable @Schema(example = "1.7", minimum = "-100", maximum = "100")
            Double above,

            @Nullable TrustIntervalResource aboveInterval) {
        static Item of(Compared compared, By by) {
            var group = compared.group();
            return new Item(
                    id(group.id(), by),
                    group.code(),
                    group.name(),
                    group.hook(),
                    group.trust().count(),
                    !group.trust().enough(),
                    mean(group.trust()),
                    interval(group.trust()),
                    mean(group.social()),
                    mean(group.brand()),
                    compared.above().map(above -> Digits.shown(above.value())).orElse(null),
                    compared.above()
                            .map(above -> TrustIntervalResource.of(above.interval()))
                            .orElse(null));
        }

        private static @Nullable String id(@Nullable PublicId id, By by) {
            if (id == null) {
                return null;
            }
            return switch (by) {
                case STAFF -> IdType.STAFF.format(id);
                case SOURCE -> IdType.CONTACT_WAY.format(id);
                case STORE -> IdType.DEPARTMENT.format(id);
                case CHANNEL -> null;
            };
        }
    }

    private static @Nullable Double mean(Sample sample) {
        return sample.mean().map(mean -> Digits.shown(mean.doubleValue())).orElse(null);
    }

    private static @Nullable TrustIntervalResource interval(Sample sample) {
        return sample.interval().map(TrustIntervalResource::of).orElse(null);
    }

    static TrustComparisonResource of(Comparison comparison) {
        return new TrustComparisonResource(
                comparison.by(),
                comparison.all().count(),
                mean(comparison.all()),
                interval(comparison.all()),
                comparison.otherwiseRead(),
                comparison.groups().stream()
                        .map(group -> Item.of(group, comparison.by()))
                        .toList(),
                comparison.asOf(),
                comparison.policyEdition());
    }
}
