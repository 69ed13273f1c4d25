package cn.siyu.application.insight;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.insight.ReadReports.Period;
import cn.siyu.application.insight.port.Retentions;
import cn.siyu.application.insight.port.Retentions.By;
import cn.siyu.application.insight.port.Retentions.Counted;
import cn.siyu.application.insight.port.Retentions.Group;
import cn.siyu.domain.customer.lifecycle.Retention;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Draws how long relationships last (留存曲线) by month, staff, source, channel or store, within
/// what the caller sees. Whoever couldn't be followed so long counts for as long as they could, and
/// isn't taken for retained.
public final class ReadRetention {
    /// At which days curves are told.
    static final List<Integer> AFTER = List.of(1, 3, 7, 14, 30, 60, 90, 180, 365);

    /// No more groups are told, the largest ones.
    static final int MOST = 100;

    private final Retentions retentions;
    private final ResolveSight sights;
    private final Brands brands;
    private final BrandClock clock;

    public ReadRetention(Retentions retentions, ResolveSight sights, Brands brands, BrandClock clock) {
        this.retentions = retentions;
        this.sights = sights;
        this.brands = brands;
        this.clock = clock;
    }

    /// How long relationships last.
    ///
    /// @param curves one for each group, those with most relationships first
    /// @param more whether there are more groups than are told
    public record Report(Period period, By by, List<Curve> curves, boolean more, Instant asOf) {
        public Report {
            curves = List.copyOf(curves);
        }
    }

    /// How long relationships of one group last.
    public record Curve(Group group, Retention retention) {}

    public Report answer(Caller caller, Period period, By by) {
        var brand = caller.brand();
        var zone = brands.find(brand).orElseThrow().zone();
        Instant now = clock.now(brand);
        int enough = (MOST + 1) * (Retentions.LONGEST + 1);
        var rows = retentions.lives(
                brand,
                sights.of(caller),
                by,
                zone,
                period.first().atStartOfDay(zone).toInstant(),
                period.last().plusDays(1).atStartOfDay(zone).toInstant(),
                now,
                enough);
        var groups = new LinkedHashMap<Group, List<Retention.Lives>>();
        for (Counted row : rows) {
            groups.computeIfAbsent(row.group(), _ -> new ArrayList<>())
                    .add(new Retention.Lives(row.days(), row.lost(), row.unseen()));
        }
        boolean more = groups.size() > MOST;
        return new Report(
                period,
                by,
                groups.entrySet().stream().limit(MOST).map(ReadRetention::curve).toList(),
                more,
                now);
    }

    private static Curve curve(Map.Entry<Group, List<Retention.Lives>> group) {
        return new Curve(group.getKey(), Retention.of(group.getValue(), AFTER));
    }
}
