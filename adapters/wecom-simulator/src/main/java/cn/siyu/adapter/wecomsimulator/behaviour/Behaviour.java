package cn.siyu.adapter.wecomsimulator.behaviour;

import cn.siyu.adapter.wecomsimulator.callback.CallbackDelivery;
import cn.siyu.adapter.wecomsimulator.callback.Outward;
import cn.siyu.adapter.wecomsimulator.world.Corp;

/// The behaviour model put together.
public final class Behaviour {
    private final Stage stage;
    private final Plans plans = new Plans();

    public Behaviour(CallbackDelivery callbacks, Outward outward) {
        this.stage = new Stage(callbacks, new FeedDelivery(outward, plans), new People());
    }

    /// Gives a corp's people their habits; once per corp after it came into being or was loaded.
    public void animate(Corp corp) {
        plans.read(corp);
    }

    public Stage stage() {
        return stage;
    }
}
