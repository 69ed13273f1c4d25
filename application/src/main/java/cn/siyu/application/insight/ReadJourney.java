package cn.siyu.application.insight;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.insight.ReadReports.Period;
import cn.siyu.application.insight.port.Reports.SalesChannelRow;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.journey.JourneyMap;
import cn.siyu.domain.channel.journey.JourneyMap.Count;
import cn.siyu.domain.channel.journey.JourneyPolicy;
import cn.siyu.domain.sop.SopDefinition;
import cn.siyu.domain.sop.Step;
import java.util.stream.Collectors;

/// Answers which step of the decision journey (消费者决策旅程) is served where: by what happened in
/// a period, or by what a program would do.
public final class ReadJourney {
    /// Where something stands that came through no touchpoint of the policy.
    private static final String ELSEWHERE = "UNKNOWN";

    private final ReadReports reports;
    private final JourneyPolicies policies;
    private final BrandClock clock;

    public ReadJourney(ReadReports reports, JourneyPolicies policies, BrandClock clock) {
        this.reports = reports;
        this.policies = policies;
        this.clock = clock;
    }

    /// Which touchpoints and kinds of interaction the brand has now.
    public JourneyPolicy policy(BrandId brand) {
        return policies.inForce(brand, clock.now(brand));
    }

    /// What happened in the period within what the caller sees, by the policy in force now.
    public JourneyMap happened(Caller caller, Period period) {
        var counts = reports.touchpoints(caller, period).rows().stream()
                .map(row -> new Count(row.touchpoint(), row.kind(), row.interactions()))
                .toList();
        var orders = reports.salesChannels(caller, period).rows().stream()
                .collect(Collectors.toMap(SalesChannelRow::channel, SalesChannelRow::orders));
        return JourneyMap.of(policy(caller.brand()), counts, orders, ELSEWHERE);
    }

    /// What a program acts at.
    public JourneyMap planned(BrandId brand, SopDefinition definition) {
        var touchpoints = definition.steps().stream()
                .filter(Step.Send.class::isInstance)
                .map(step -> ((Step.Send) step).touchpoint())
                .toList();
        return JourneyMap.ofPlan(policy(brand), touchpoints);
    }
}
