package cn.siyu.adapter.wecomsimulator.behaviour;

import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.EventRow;
import java.util.OptionalLong;

/// placeholder
final class People implements Play {
    @Override
    public OptionalLong nextArrival(Corp corp) {
        return OptionalLong.empty();
    }

    @Override
    public Done arrive(Corp corp) {
        return Done.HAPPENED;
    }

    @Override
    public Done perform(Corp corp, EventRow event) {
        corp.locked(() -> corp.put(new EventRow.Done(event.id())));
        return Done.HAPPENED;
    }
}
