package cn.siyu.adapter.http.sop;

import cn.siyu.adapter.http.answer.Versioned;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.application.sop.ReadTemplates;
import cn.siyu.domain.sop.template.TemplateBounds;
import cn.siyu.domain.sop.template.TemplateBounds.StepBounds;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What stores may change in a version.
///
/// @param template whether stores may change anything at all
/// @param mayOptOut whether a store may leave the version out
/// @param steps what may be changed in which step; a step that isn't here is fixed
/// @param version which version of it this is; 0 before head office has said anything
@Serdeable
@Schema(name = "TemplateBounds", description = "What stores may change in a version (总部模板)")
record TemplateBoundsResource(
        @Schema(example = "true") boolean template,
        @Schema(example = "false") boolean mayOptOut,
        @ArraySchema(maxItems = 200) List<Bound> steps,
        @Schema(example = "1", minimum = "0") int version)
        implements Versioned {
    private static final int MOST = 200;
    private static final Duration LONGEST = Duration.ofDays(30);

    /// What may be changed in one step.
    ///
    /// @param step its number, from 0 as in the definition
    /// @param material whether a send may take another material
    /// @param text whether a task may have another title and script
    /// @param shift by how much a wait may be longer, shorter, earlier or later
    @Serdeable
    @Schema(name = "StepBounds", description = "What may be changed in one step")
    record Bound(
            @Schema(example = "2", minimum = "0", maximum = "199")
            int step,

            @Schema(example = "true") boolean material,
            @Schema(example = "false") boolean text,
            @Schema(example = "PT2H", maxLength = 20) String shift) {}

    /// What a client writes.
    record Wish(boolean mayOptOut, Map<Integer, StepBounds> steps) {}

    private record Read(int step, StepBounds bounds) {}

    static Wish read(Input in) {
        in.readOnly("template");
        var steps = new LinkedHashMap<Integer, StepBounds>();
        boolean mayOptOut = in.flag("mayOptOut").or(false);
        in.list("steps", 0, MOST)
                .objects(TemplateBoundsResource::bound)
                .or(List.of())
                .forEach(one -> steps.put(one.step(), one.bounds()));
        return new Wish(mayOptOut, steps);
    }

    private static Read bound(Input in) {
        return new Read(
                in.integer("step", 0, MOST - 1).get(),
                new StepBounds(
                        in.flag("material").or(false),
                        in.flag("text").or(false),
                        in.duration("shift", Duration.ZERO, LONGEST).or(Duration.ZERO)));
    }

    static TemplateBoundsResource of(ReadTemplates.Template template) {
        TemplateBounds bounds = template.bounds();
        return bounds == null
                ? new TemplateBoundsResource(false, false, List.of(), 0)
                : new TemplateBoundsResource(
                        true,
                        bounds.mayOptOut(),
                        new TreeMap<>(bounds.steps())
                                .entrySet().stream()
                                        .map(each -> new Bound(
                                                each.getKey(),
                                                each.getValue().material(),
                                                each.getValue().text(),
                                                each.getValue().shift().toString()))
                                        .toList(),
                        bounds.version());
    }
}
