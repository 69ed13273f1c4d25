package cn.siyu.adapter.http.sop;

import cn.siyu.adapter.http.answer.Versioned;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.application.sop.ChangeAtStore;
import cn.siyu.application.sop.ReadTemplates.There;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What holds of a version at a department or store.
///
/// @param department which one
/// @param optedOut what the department itself says about leaving the version out; null: nothing, so
///     that the department above decides
/// @param changedSteps the numbers of the steps that the department itself does otherwise
/// @param takesPart whether its customers are taken along, all departments above considered
/// @param optedOutBy which department leaves the version out here; null: none
/// @param steps what holds here, step by step
/// @param writtenBy the key by which the department's changes were written; null: it made none
/// @param writtenAt when; null: it made none
/// @param version the number of the department's changes; 0: it made none
@Serdeable
@Schema(name = "StoreVariant", description = "What holds of a version at a department or store (门店覆盖)")
record StoreVariantResource(
        @Schema(example = "dep_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String department,

        @Nullable @Schema(example = "false") Boolean optedOut,

        @ArraySchema(maxItems = 200, schema = @Schema(example = "2", minimum = "0"))
        List<Integer> changedSteps,

        @Schema(example = "true") boolean takesPart,

        @Nullable @Schema(example = "dep_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String optedOutBy,

        @ArraySchema(maxItems = 200) List<StepThere> steps,

        @Nullable @Schema(example = "key_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String writtenBy,

        @Nullable @Schema(example = "2026-11-23T09:40:00.000Z")
        Instant writtenAt,

        @Schema(example = "1", minimum = "0") int version)
        implements Versioned {
    private static final int MOST = 200;

    /// One step as it holds here.
    ///
    /// @param step its number, from 0 as in the definition
    /// @param type what it does
    /// @param material what a send sends; null for others
    /// @param title what a task is called; null for others
    /// @param script what a task says; null for others
    /// @param waits how long or until when a wait waits; null for others
    /// @param from whose change it is; null: head office's
    @Serdeable
    @Schema(name = "StepThere", description = "One step as it holds at a department")
    record StepThere(
            @Schema(example = "2", minimum = "0") int step,
            @Schema(example = "SEND", maxLength = 20) String type,

            @Nullable @Schema(example = "mat_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
            String material,

            @Nullable @Schema(example = "回访", maxLength = 200)
            String title,

            @Nullable @Schema(example = "您好", maxLength = 4000)
            String script,

            @Nullable @Schema(example = "P3D", maxLength = 60)
            String waits,

            @Nullable @Schema(example = "dep_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
            String from) {
        static StepThere of(int number, Map<String, Object> step, @Nullable String from) {
            return new StepThere(
                    number,
                    String.valueOf(step.get("type")),
                    text(step.get("material")),
                    text(step.get("title")),
                    text(step.get("script")),
                    waits(step),
                    from);
        }

        private static @Nullable String waits(Map<String, Object> step) {
            return step.get("until") instanceof Map<?, ?> until
                    ? until.get("day") + " " + until.get("localTime")
                    : text(step.get("for"));
        }

        private static @Nullable String text(@Nullable Object value) {
            return value == null ? null : String.valueOf(value);
        }
    }

    /// The properties of a step depend on its type; what is wrong with them is said when the step
    /// is put together.
    private static final Map<String, Object> PROPERTIES = Map.of(
            "type",
            "object",
            "description",
            "properties of the step that the department sets otherwise, written as in the definition");

    /// What a client writes.
    record Wish(@Nullable Boolean optedOut, List<ChangeAtStore.Change> changes) {}

    static Wish read(Input in) {
        in.readOnly("department", "changedSteps", "takesPart", "optedOutBy", "writtenBy", "writtenAt");
        return new Wish(
                in.flag("optedOut").orNull(),
                in.list("changes", 0, MOST)
                        .objects(StoreVariantResource::change)
                        .or(List.of()));
    }

    private static ChangeAtStore.Change change(Input in) {
        int step = in.integer("step", 0, MOST - 1).get();
        JsonNode set = in.tree("set", PROPERTIES)
                .where(
                        JsonNode::isObject,
                        ProblemCode.WRONG_TYPE,
                        Text.of("This must be an object with properties of the step.", "应为包含该步骤属性的对象。"))
                .get();
        var values = new LinkedHashMap<String, Object>();
        if (set.isObject()) { // else it was noted above
            set.entries().forEach(entry -> values.put(entry.getKey(), Trees.plain(entry.getValue())));
        }
        return new ChangeAtStore.Change(step, values);
    }

    static StoreVariantResource of(There there) {
        var own = there.own();
        var optedOut = there.optedOut();
        var steps = new ArrayList<StepThere>();
        for (int i = 0; i < there.steps().size(); i++) {
            var from = there.from().get(i);
            steps.add(StepThere.of(i, there.steps().get(i), from == null ? null : IdType.DEPARTMENT.format(from)));
        }
        return new StoreVariantResource(
                IdType.DEPARTMENT.format(there.department().publicId()),
                own == null ? null : own.optedOut(),
                own == null ? List.of() : own.steps().keySet().stream().sorted().toList(),
                optedOut == null,
                optedOut == null ? null : IdType.DEPARTMENT.format(optedOut),
                steps,
                own == null ? null : IdType.API_KEY.format(own.by()),
                own == null ? null : own.at(),
                own == null ? 0 : own.number());
    }
}
