package cn.siyu.adapter.wecomsimulator.behaviour;

import cn.siyu.adapter.wecomsimulator.callback.CallbackDelivery;
import cn.siyu.adapter.wecomsimulator.callback.Outward;
import cn.siyu.adapter.wecomsimulator.fault.FaultRules;
import cn.siyu.adapter.wecomsimulator.world.Corp;

/// The behaviour model put together.
public final class Behaviour {
    private final Plans plans = new Plans();
    private final Habits habits = new Habits(plans);
    private final Feed feed = new Feed(plans);
    private final Stage stage;

    public Behaviour(CallbackDelivery callbacks, Outward outward, FaultRules faults) {
        var arrivals = new Arrivals(plans, new Visits(outward));
        var residents = new Residents(plans, arrivals, habits, feed, faults);
        this.stage = new Stage(callbacks, new FeedDelivery(outward, plans), residents);
    }

    /// Looks whether the plan of a corp that is not served yet can be read.
    /// @throws IllegalArgumentException when it cannot
    public static void check(Corp corp) {
        Plans.check(corp);
    }

    /// Gives a corp's people their habits again after it was loaded from its journal.
    public void animate(Corp corp) {
        plans.read(corp);
        corp.reactBy(habits);
    }

    /// Gives a corp's people a plan for the first time, or another one: those who are contacts
    /// already begin to act by it.
    public void begin(Corp corp) {
        animate(corp);
        corp.locked(() -> {
            for (var number = 0; number < corp.contacts().count(); number++) {
                corp.contacts().followersOf(number).stream()
                        .filter(relation -> !relation.oneSided())
                        .forEach(relation -> habits.begin(corp, relation));
            }
        });
    }

    /// Moves corps through time.
    public Stage stage() {
        return stage;
    }

    /// Reports what people did to the product.
    public Feed feed() {
        return feed;
    }
}
