package cn.siyu.adapter.http.insight;

import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.Mistake;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.insight.ReadReports;
import cn.siyu.application.insight.ReadReports.Period;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads which days a report is asked about: `fromOn` and `toOn`, days of the brand's calendar,
/// both included.
final class ReportPeriod {
    /// As many days as a report covers at most.
    private static final int LONGEST = 731;

    private ReportPeriod() {}

    /// @param days how many days up to today count if none is named
    static Period of(ReadReports reports, Caller caller, Optional<String> fromOn, Optional<String> toOn, int days) {
        List<Mistake> mistakes = new ArrayList<>();
        LocalDate from = date("fromOn", fromOn, mistakes);
        LocalDate to = date("toOn", toOn, mistakes);
        if (!mistakes.isEmpty()) {
            throw Problems.parameters(mistakes);
        }
        Period latest = reports.latest(caller.brand(), days);
        LocalDate last = to == null ? latest.last() : to;
        LocalDate first = from == null ? last.minusDays(days - 1L) : from;
        if (last.isBefore(first)) {
            throw Problems.parameter(
                    fromOn.isPresent() ? "fromOn" : "toOn",
                    ProblemCode.INVALID_PARAMETER,
                    Text.of("The period ends on %s, before it begins on %s.", "期间结束于 %s，早于开始日期 %s。", last, first));
        }
        Period period = new Period(first, last);
        if (period.days() > LONGEST) {
            throw Problems.parameter(
                    "fromOn",
                    ProblemCode.INVALID_PARAMETER,
                    Text.of(
                            "A report covers at most %s days; these are %s.",
                            "报表最多覆盖 %s 天，现为 %s 天。", LONGEST, period.days()));
        }
        return period;
    }

    private static @Nullable LocalDate date(String name, Optional<String> text, List<Mistake> mistakes) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text.get());
            if (date.getYear() >= 1970 && date.getYear() <= 9999) {
                return date;
            }
        } catch (DateTimeException e) {
            // told below, in the client's words
        }
        mistakes.add(Mistake.inParameter(
                name,
                ProblemCode.INVALID_PARAMETER,
                Text.of("This must be a date, for example 2026-11-23.", "此处应为日期，例如 2026-11-23。")));
        return null;
    }
}
