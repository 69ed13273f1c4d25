package cn.siyu.domain.channel.journey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The decision journey as a map (决策旅程图): steps × touchpoints with counts, and the steps that
/// nothing serves.
///
/// @param rows one per step, in order
public record JourneyMap(List<Row> rows) {
    public JourneyMap {
        rows = List.copyOf(rows);
    }

    /// So many of a kind at a touchpoint.
    public record Count(String touchpoint, String kind, long times) {}

    /// One step.
    ///
    /// @param cells the touchpoints at which something happened for it, by code, each with how
    ///     often; for a plan, how many of its steps act there
    /// @param gap whether nothing serves it
    /// @param usuallyServed what usually serves it
    public record Row(JourneyStep step, Map<String, Long> cells, boolean gap, List<String> usuallyServed) {
        public Row {
            cells = Collections.unmodifiableMap(new TreeMap<>(cells));
            usuallyServed = List.copyOf(usuallyServed);
        }

        /// How often something happened for it.
        public long total() {
            return cells.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /// The steps that nothing serves.
    public List<JourneyStep> gaps() {
        return rows.stream().filter(Row::gap).map(Row::step).toList();
    }

    /// What happened: an interaction counts once for each step it belongs to.
    ///
    /// @param interactions what customers did
    /// @param orders paid orders by the touchpoint they came through; one that is not known counts
    ///     at `elsewhere`
    /// @param elsewhere the code under which such orders stand
    public static JourneyMap of(
            JourneyPolicy policy, Collection<Count> interactions, Map<String, Long> orders, String elsewhere) {
        var cells = empty();
        for (Count count : interactions) {
            for (JourneyStep step : policy.stepsOf(count.touchpoint(), count.kind())) {
                add(cells, step, count.touchpoint(), count.times());
            }
        }
        orders.forEach((channel, times) ->
                add(cells, JourneyStep.PURCHASE, policy.touchpoint(channel).isPresent() ? channel : elsewhere, times));
        return of(policy, cells);
    }

    /// What a plan acts at.
    ///
    /// @param touchpoints the touchpoint of each of its contacts
    public static JourneyMap ofPlan(JourneyPolicy policy, Collection<String> touchpoints) {
        var cells = empty();
        for (String touchpoint : touchpoints) {
            Set<JourneyStep> serves =
                    policy.touchpoint(touchpoint).map(Touchpoint::serves).orElse(Set.of());
            serves.forEach(step -> add(cells, step, touchpoint, 1));
        }
        return of(policy, cells);
    }

    private static Map<JourneyStep, Map<String, Long>> empty() {
        var cells = new EnumMap<JourneyStep, Map<String, Long>>(JourneyStep.class);
        for (JourneyStep step : JourneyStep.values()) {
            cells.put(step, new TreeMap<>());
        }
        return cells;
    }

    private static void add(
            Map<JourneyStep, Map<String, Long>> cells, JourneyStep step, String touchpoint, long times) {
        if (times > 0) {
            cells.computeIfAbsent(step, _ -> new TreeMap<>()).merge(touchpoint, times, Long::sum);
        }
    }

    private static JourneyMap of(JourneyPolicy policy, Map<JourneyStep, Map<String, Long>> cells) {
        var rows = new ArrayList<Row>();
        cells.forEach((step, at) -> rows.add(new Row(step, at, at.isEmpty(), policy.usuallyServes(step))));
        return new JourneyMap(rows);
    }
}
