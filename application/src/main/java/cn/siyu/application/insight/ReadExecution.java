package cn.siyu.application.insight;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.insight.ReadReports.Period;
import cn.siyu.application.insight.ReadReports.Report;
import cn.siyu.application.insight.port.ExecutionRates;
import cn.siyu.application.insight.port.ExecutionRates.By;
import cn.siyu.domain.id.PublicId;
import org.jspecify.annotations.Nullable;

/// Answers how much of what they were asked to do stores, departments or staff did, and in time
/// (执行率), within what the caller sees. A department's work is that of the accounts that belong
/// to it today, wherever it stands in the tree.
public final class ReadExecution {
    private final ExecutionRates rates;
    private final ResolveSight sights;
    private final Brands brands;

    public ReadExecution(ExecutionRates rates, ResolveSight sights, Brands brands) {
        this.rates = rates;
        this.sights = sights;
        this.brands = brands;
    }

    /// The rates of a period.
    ///
    /// @param sop of one program only; null: of all
    public Report<ExecutionRates.Row> rates(Caller caller, By by, Period period, @Nullable PublicId sop) {
        var zone = brands.find(caller.brand()).orElseThrow().zone();
        return new Report<>(
                period,
                rates.rows(
                        caller.brand(),
                        sights.of(caller),
                        by,
                        period.first().atStartOfDay(zone).toInstant(),
                        period.last().plusDays(1).atStartOfDay(zone).toInstant(),
                        sop));
    }
}
