package cn.siyu.application.insight;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.insight.port.Reports;
import cn.siyu.domain.brand.BrandId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers what contacts have achieved, within what the caller sees. Counts are counts: whether they are many is for
/// the reader to say.
public final class ReadReports {
    private final Reports reports;
    private final Departments departments;
    private final Brands brands;
    private final BrandClock clock;

    public ReadReports(Reports reports, Departments departments, Brands brands, BrandClock clock) {
        this.reports = reports;
        this.departments = departments;
        this.brands = brands;
        this.clock = clock;
    }

    /// Whose facts of when.
    ///
    /// @param from the first moment that counts
    /// @param until the first moment that counts no longer, after `from`
    public record Query(BrandId brand, DataScope sees, Instant from, Instant until) {
        public Query {
            if (!from.isBefore(until)) {
                throw new IllegalArgumentException("a period ends after it begins");
            }
        }
    }

    /// Customers by stage and source (漏斗).
    public List<Reports.FunnelRow> funnel(Query query) {
        return reports.funnel(query.brand(), sight(query), query.from(), query.until());
    }

    /// What came of each program.
    public List<Reports.SopRow> sops(Query query) {
        return reports.sops(query.brand(), sight(query), query.from(), query.until());
    }

    /// Relationships by month, and how many were lost how soon (留存).
    public List<Reports.CohortRow> cohorts(Query query) {
        var brand = brands.find(query.brand()).orElseThrow();
        return reports.cohorts(
                query.brand(), sight(query), brand.zone(), query.from(), query.until(), clock.now(query.brand()));
    }

    /// What accounts were asked to send (触达记录), newest first.
    ///
    /// @param before the number of the row the last page ended with; null: the first page
    public List<Reports.SendRecord> sendRecords(Query query, @Nullable Long before, int atMost) {
        return reports.sendRecords(query.brand(), sight(query), query.from(), query.until(), before, atMost);
    }

    private Sight sight(Query query) {
        return Sight.of(query.brand(), query.sees(), departments);
    }
}
