package cn.siyu.adapter.wecomsimulator.control;

import cn.siyu.adapter.wecomsimulator.behaviour.Behaviour;
import cn.siyu.adapter.wecomsimulator.callback.CallbackDelivery;
import cn.siyu.adapter.wecomsimulator.fault.FaultRules;
import cn.siyu.adapter.wecomsimulator.front.CallLog;
import cn.siyu.adapter.wecomsimulator.front.PlatformRoute;
import cn.siyu.adapter.wecomsimulator.measure.Counters;
import cn.siyu.adapter.wecomsimulator.world.World;
import java.time.InstantSource;

/// All operations of the control API. A new group is one line here.
public final class Operations {
    private Operations() {}

    /// The parts that the control API reaches into.
    public record Parts(
            InstantSource machine,
            World world,
            Behaviour behaviour,
            CallbackDelivery callbacks,
            FaultRules faults,
            CallLog calls,
            Counters counters,
            PlatformRoute platform) {}

    public static ControlRoute route(Parts parts) {
        var route = new ControlRoute();
        PlatformOperations.addTo(route, parts);
        CorpOperations.addTo(route, parts);
        ClockOperations.addTo(route, parts);
        RecordOperations.addTo(route, parts);
        MomentActing.addTo(route, parts);
        StaffActing.addTo(route, parts);
        GroupOperations.addTo(route, parts);
        WorldOperations.addTo(route, parts);
        MetricsOperations.addTo(route, parts);
        ControlDocument.addTo(route);
        return route;
    }
}
