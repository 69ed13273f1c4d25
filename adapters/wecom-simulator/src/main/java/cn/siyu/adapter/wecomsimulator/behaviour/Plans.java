package cn.siyu.adapter.wecomsimulator.behaviour;

import cn.siyu.adapter.wecomsimulator.wire.Json;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The behaviour plans of corps, read once from the rows that keep them.
final class Plans {
    private static final Read IDLE = new Read(BehaviourPlan.IDLE, List.of());
    private final Map<String, Read> plans = new ConcurrentHashMap<>();

    private record Read(BehaviourPlan plan, List<Long> arrivals) {}

    /// Reads a corp's plan anew.
    void read(Corp corp) {
        var row = corp.locked(() -> corp.agenda().behaviour());
        plans.put(corp.corpId(), row.map(found -> read(corp, found.plan())).orElse(IDLE));
    }

    /// A corp's plan; an idle one when it has none.
    BehaviourPlan of(Corp corp) {
        return plans.getOrDefault(corp.corpId(), IDLE).plan();
    }

    /// When the planned customers come, in order.
    List<Long> arrivalsOf(Corp corp) {
        return plans.getOrDefault(corp.corpId(), IDLE).arrivals();
    }

    /// @throws IllegalArgumentException when the plan of a corp cannot be read
    static void check(Corp corp) {
        corp.locked(() -> corp.agenda().behaviour()).ifPresent(row -> read(corp, row.plan()));
    }

    private static Read read(Corp corp, JsonNode json) {
        try {
            var plan = Json.MAPPER.treeToValue(json, BehaviourPlan.class);
            return new Read(plan, ArrivalTimes.of(plan, corp.clock()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the behaviour plan cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
