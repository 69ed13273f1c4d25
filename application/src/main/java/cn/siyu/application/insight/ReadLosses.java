package cn.siyu.application.insight;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.insight.ReadReports.Period;
import cn.siyu.application.insight.ReadReports.Report;
import cn.siyu.application.insight.port.Losses;

/// Answers how many relationships ended, and who ended them (流失统计), within what the caller
/// sees.
public final class ReadLosses {
    private final Losses losses;
    private final ResolveSight sights;
    private final Brands brands;

    public ReadLosses(Losses losses, ResolveSight sights, Brands brands) {
        this.losses = losses;
        this.sights = sights;
        this.brands = brands;
    }

    /// Those of a period.
    public Report<Losses.Row> losses(Caller caller, Period period) {
        var zone = brands.find(caller.brand()).orElseThrow().zone();
        return new Report<>(
                period,
                losses.rows(
                        caller.brand(),
                        sights.of(caller),
                        period.first().atStartOfDay(zone).toInstant(),
                        period.last().plusDays(1).atStartOfDay(zone).toInstant()));
    }
}
