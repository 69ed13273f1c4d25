package cn.siyu.adapter.wecomsimulator.world;

import cn.siyu.adapter.wecomsimulator.world.FrequencyLimits.Quota;
import cn.siyu.adapter.wecomsimulator.world.FrequencyLimits.Span;
import java.util.ArrayList;
import java.util.List;

/// How often one API may be called by one corp, or from one address; 0 stands for no limit of that
/// kind.
public record ApiQuota(int perMinute, int perHour, int perDay, int perMonth) {
    static final ApiQuota NONE = new ApiQuota(0, 0, 0, 0);

    /// The tighter limit of each kind.
    ApiQuota and(ApiQuota other) {
        return new ApiQuota(
                tighter(perMinute, other.perMinute),
                tighter(perHour, other.perHour),
                tighter(perDay, other.perDay),
                tighter(perMonth, other.perMonth));
    }

    private static int tighter(int one, int other) {
        return one == 0 || other == 0 ? Math.max(one, other) : Math.min(one, other);
    }

    List<Quota> quotas() {
        var quotas = new ArrayList<Quota>(4);
        add(quotas, Span.MINUTE, perMinute);
        add(quotas, Span.HOUR, perHour);
        add(quotas, Span.DAY, perDay);
        add(quotas, Span.MONTH, perMonth);
        return List.copyOf(quotas);
    }

    private static void add(List<Quota> quotas, Span span, int most) {
        if (most > 0) {
            quotas.add(new Quota(span, most));
        }
    }
}
