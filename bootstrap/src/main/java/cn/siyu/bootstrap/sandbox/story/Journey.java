package cn.siyu.bootstrap.sandbox.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// An SOP of an example brand; everybody enters it on becoming a contact.
///
/// @param holdout the share that is left alone to compare with, 0 to 1
/// @param purchaseWithin a purchase within this ISO period is its goal and its end; empty for none
public record Journey(String name, double holdout, String purchaseWithin, List<Step> steps) {
    /// One step.
    public sealed interface Step {
        /// Sets a tag by its name.
        record Tag(String tag) implements Step {}

        /// Waits until a time of the n-th day.
        record Until(int day, String localTime) implements Step {}

        /// Waits for an ISO period.
        record For(String period) implements Step {}

        /// Sends a material by its name.
        record Say(String material, String contactClass, String deadline) implements Step {}

        /// Has a person call.
        record Call(String title, String script) implements Step {}
    }

    /// Its definition as clients write it.
    ///
    /// @param materials the public id of a material, by its name
    /// @param tags the public id of a tag, by its name
    public Map<String, Object> definition(Function<String, String> materials, Function<String, String> tags) {
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("trigger", Map.of("type", "RELATIONSHIP_ADDED"));
        if (holdout > 0) {
            definition.put("holdout", holdout);
        }
        if (!purchaseWithin.isEmpty()) {
            definition.put("goal", Map.of("kind", "PURCHASE", "within", purchaseWithin, "exit", true));
        }
        definition.put("exitOn", List.of("LOSS", "OPT_OUT"));
        List<Object> written = new ArrayList<>();
        steps.forEach(step -> written.add(
                switch (step) {
                    case Step.Tag(var tag) -> Map.of("type", "TAG", "add", List.of(tags.apply(tag)));
                    case Step.Until(var day, var time) ->
                        Map.of("type", "WAIT", "until", Map.of("day", day, "localTime", time));
                    case Step.For(var period) -> Map.of("type", "WAIT", "for", period);
                    case Step.Say(var material, var contactClass, var deadline) ->
                        send(materials.apply(material), contactClass, deadline);
                    case Step.Call(var title, var script) -> call(title, script);
                }));
        definition.put("steps", written);
        return definition;
    }

    private static Map<String, Object> send(String material, String contactClass, String deadline) {
        return Map.of(
                "type",
                "SEND",
                "material",
                material,
                "touchpoint",
                "PRIVATE_CHAT",
                "contactClass",
                contactClass,
                "deadline",
                deadline);
    }

    private static Map<String, Object> call(String title, String script) {
        return Map.of(
                "type",
                "TASK",
                "kind",
                "CALL_BACK",
                "title",
                title,
                "script",
                script,
                "dueIn",
                "P1D",
                "expiresIn",
                "P3D");
    }

    /// The tags that its steps set.
    public List<String> tags() {
        return steps.stream()
                .filter(Step.Tag.class::isInstance)
                .map(step -> ((Step.Tag) step).tag())
                .toList();
    }
}
