package cn.siyu.application.insight;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.insight.port.Reports;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers what contacts have achieved, within what the caller sees. Counts are counts: whether
/// they are many is for the reader to say.
public final class ReadReports {
    private final Reports reports;
    private final ResolveSight sights;
    private final Brands brands;
    private final BrandClock clock;

    public ReadReports(Reports reports, ResolveSight sights, Brands brands, BrandClock clock) {
        this.reports = reports;
        this.sights = sights;
        this.brands = brands;
        this.clock = clock;
    }

    /// Whole days of the brand's calendar, both included.
    public record Period(LocalDate first, LocalDate last) {
        public Period {
            if (last.isBefore(first)) {
                throw new IllegalArgumentException("a period ends after it begins");
            }
        }

        /// How many days it has.
        public long days() {
            return ChronoUnit.DAYS.between(first, last) + 1;
        }
    }

    /// A period and the facts in it, within what the caller sees.
    public record Report<T>(Period period, List<T> rows) {
        public Report {
            rows = List.copyOf(rows);
        }
    }

    /// The brand's today, and so many days before it.
    ///
    /// @param days 1 or more
    public Period latest(BrandId brand, int days) {
        LocalDate today = LocalDate.ofInstant(clock.now(brand), zone(brand));
        return new Period(today.minusDays(days - 1L), today);
    }

    /// Customers by stage and source (漏斗), of those who became known in the period.
    public Report<Reports.FunnelRow> funnel(Caller caller, Period period) {
        var brand = caller.brand();
        return new Report<>(period, reports.funnel(brand, sight(caller), from(brand, period), until(brand, period)));
    }

    /// What came of each program, of what was enrolled, planned and paid in the period.
    public Report<Reports.SopRow> sops(Caller caller, Period period) {
        var brand = caller.brand();
        return new Report<>(period, reports.sops(brand, sight(caller), from(brand, period), until(brand, period)));
    }

    /// Relationships that began in the period by month, and how many were lost how soon (留存).
    public Report<Reports.CohortRow> cohorts(Caller caller, Period period) {
        var brand = caller.brand();
        return new Report<>(
                period,
                reports.cohorts(
                        brand,
                        sight(caller),
                        zone(brand),
                        from(brand, period),
                        until(brand, period),
                        clock.now(brand)));
    }

    /// What customers did in the period, by touchpoint and kind (触点统计).
    public Report<Reports.TouchpointRow> touchpoints(Caller caller, Period period) {
        var brand = caller.brand();
        return new Report<>(
                period, reports.touchpoints(brand, sight(caller), from(brand, period), until(brand, period)));
    }

    /// Orders paid in the period by the channel they came through.
    public Report<Reports.SalesChannelRow> salesChannels(Caller caller, Period period) {
        var brand = caller.brand();
        return new Report<>(
                period, reports.salesChannels(brand, sight(caller), from(brand, period), until(brand, period)));
    }

    /// What accounts were asked to send in the period (触达记录), newest first.
    ///
    /// @param account null: all
    /// @param before the number of the row the last page ended with; null: the first page
    public List<Reports.SendRecord> sendRecords(
            Caller caller, Period period, @Nullable PublicId account, @Nullable Long before, int atMost) {
        var brand = caller.brand();
        return reports.sendRecords(
                brand, sight(caller), from(brand, period), until(brand, period), account, before, atMost);
    }

    private Instant from(BrandId brand, Period period) {
        return period.first().atStartOfDay(zone(brand)).toInstant();
    }

    private Instant until(BrandId brand, Period period) {
        return period.last().plusDays(1).atStartOfDay(zone(brand)).toInstant();
    }

    private ZoneId zone(BrandId brand) {
        return brands.find(brand).orElseThrow().zone();
    }

    private Sight sight(Caller caller) {
        return sights.of(caller);
    }
}
