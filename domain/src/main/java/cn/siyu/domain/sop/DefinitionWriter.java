package cn.siyu.domain.sop;

import cn.siyu.domain.audience.Assignment;
import cn.siyu.domain.audience.ExpressionLanguage;
import cn.siyu.domain.channel.ContactWayId;
import cn.siyu.domain.customer.TagId;
import cn.siyu.domain.sop.SopNaming.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Writes a definition as maps, lists, strings, numbers and booleans, ready for any JSON library.
/// Reading it again gives the same definition.
public final class DefinitionWriter {
    private final SopNaming naming;

    private DefinitionWriter(SopNaming naming) {
        this.naming = naming;
    }

    /// The tree of `definition`.
    public static Map<String, Object> write(SopDefinition definition, SopNaming naming) {
        return new DefinitionWriter(naming).definition(definition);
    }

    private Map<String, Object> definition(SopDefinition definition) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("trigger", trigger(definition.trigger()));
        var audience = definition.audience();
        if (audience != null) {
            tree.put("audience", ExpressionLanguage.tree(audience));
        }
        tree.put("holdout", share(definition.holdout().buckets()));
        tree.put("steps", definition.steps().stream().map(this::step).toList());
        var goal = definition.goal();
        if (goal != null) {
            tree.put(
                    "goal",
                    map("kind", goal.kind().name(), "within", Durations.text(goal.within()), "exit", goal.exit()));
        }
        tree.put("exitOn", definition.exits().stream().map(Enum::name).sorted().toList());
        return tree;
    }

    private static BigDecimal share(int buckets) {
        var share =
                BigDecimal.valueOf(buckets).divide(BigDecimal.valueOf(Assignment.BUCKETS), 4, RoundingMode.UNNECESSARY);
        return buckets == 0 ? BigDecimal.ZERO : share.stripTrailingZeros();
    }

    private Map<String, Object> trigger(Trigger trigger) {
        return switch (trigger) {
            case Trigger.RelationshipAdded(var ways, var reenterAfter) ->
                map(
                        "type",
                        "RELATIONSHIP_ADDED",
                        "contactWays",
                        texts(Kind.CONTACT_WAY, ways, ContactWayId::value),
                        "reenterAfter",
                        reenterAfter == null ? null : Durations.text(reenterAfter));
            case Trigger.Manual _ -> map("type", "MANUAL");
            case Trigger.AudienceMet(var every, var reenterAfter) ->
                map(
                        "type",
                        "AUDIENCE",
                        "every",
                        every == null ? null : Durations.text(every),
                        "reenterAfter",
                        reenterAfter == null ? null : Durations.text(reenterAfter));
        };
    }

    private Map<String, Object> step(Step step) {
        return switch (step) {
            case Step.WaitFor(var length) -> map("type", "WAIT", "for", Durations.text(length));
            case Step.WaitUntil(var day, var time) ->
                map("type", "WAIT", "until", map("day", day, "localTime", time.toString()));
            case Step.Send(var material, var touchpoint, var contactClass, var deadline, var winBack) ->
                map(
                        "type",
                        "SEND",
                        "material",
                        naming.text(Kind.MATERIAL, material.value()),
                        "touchpoint",
                        touchpoint,
                        "contactClass",
                        contactClass.name(),
                        "deadline",
                        Durations.text(deadline),
                        "winBack",
                        winBack);
            case Step.Tag(var add, var remove) ->
                map(
                        "type",
                        "TAG",
                        "add",
                        texts(Kind.TAG, add, TagId::value),
                        "remove",
                        texts(Kind.TAG, remove, TagId::value));
            case Step.Task(var kind, var title, var script, var dueIn, var expiresIn) ->
                map(
                        "type",
                        "TASK",
                        "kind",
                        kind,
                        "title",
                        title,
                        "script",
                        script.segments().isEmpty() ? null : script.source(),
                        "dueIn",
                        Durations.text(dueIn),
                        "expiresIn",
                        Durations.text(expiresIn));
        };
    }

    private <T> List<String> texts(Kind kind, Collection<T> ids, ToLongFunction<T> number) {
        return ids.stream()
                .mapToLong(number)
                .sorted()
                .mapToObj(each -> naming.text(kind, each))
                .toList();
    }

    /// Pairs without those whose value is null.
    private static Map<String, Object> map(@Nullable Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            if (value != null) {
                map.put(String.valueOf(pairs[i]), value);
            }
        }
        return map;
    }
}
