package cn.siyu.application.trust;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.trust.port.TrustAlerts;
import cn.siyu.application.trust.port.TrustAlerts.View;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.trust.alert.AlertKind;
import cn.siyu.domain.trust.alert.RelationshipAlert;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Shows which relationships lose their trust (信任预警), within what the caller sees.
public final class ReadTrustAlerts {
    private final TrustAlerts alerts;
    private final ResolveSight sights;

    public ReadTrustAlerts(TrustAlerts alerts, ResolveSight sights) {
        this.alerts = alerts;
        this.sights = sights;
    }

    /// Which alerts are wanted; empty sets and nulls mean any.
    public record Wanted(
            Set<RelationshipAlert.State> states,
            Set<AlertKind> kinds,
            @Nullable PublicId staff,
            @Nullable PublicId department,
            @Nullable PublicId customer) {}

    /// Those with a number below `before`, newest first.
    public List<View> page(Caller caller, Wanted wanted, long before, int atMost) {
        var filter = new TrustAlerts.Filter(
                wanted.states(),
                wanted.kinds(),
                wanted.staff(),
                wanted.department(),
                wanted.customer(),
                sights.of(caller));
        return alerts.page(caller.brand(), filter, before, atMost);
    }

    /// One of them, if it is seen.
    public Optional<View> one(Caller caller, PublicId alert) {
        return alerts.byPublicId(caller.brand(), sights.of(caller), alert);
    }
}
