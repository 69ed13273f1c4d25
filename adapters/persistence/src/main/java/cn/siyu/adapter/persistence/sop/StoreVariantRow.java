package cn.siyu.adapter.persistence.sop;

import cn.siyu.adapter.persistence.Json;
import cn.siyu.adapter.persistence.Row;
import cn.siyu.domain.audience.Assignment.Holdout;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.sop.DefinitionReader;
import cn.siyu.domain.sop.DefinitionReader.Read;
import cn.siyu.domain.sop.DefinitionWriter;
import cn.siyu.domain.sop.SopDefinition;
import cn.siyu.domain.sop.SopNaming;
import cn.siyu.domain.sop.SopVersionId;
import cn.siyu.domain.sop.Step;
import cn.siyu.domain.sop.Trigger;
import cn.siyu.domain.sop.template.StoreVariant;
import cn.siyu.domain.sop.template.TemplateBounds;
import cn.siyu.domain.sop.template.TemplateBounds.StepBounds;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How bounds and variants are written in their rows. The steps of a variant are written as those
/// of a definition that has nothing else.
final class StoreVariantRow {
    private StoreVariantRow() {}

    /// Bounds as JSON.
    record Bounds(List<Bound> steps) {}

    /// One of them.
    ///
    /// @param shift in seconds
    record Bound(int step, boolean material, boolean text, long shift) {}

    static String steps(TemplateBounds bounds) {
        return Json.write(new Bounds(new TreeMap<>(bounds.steps())
                .entrySet().stream()
                        .map(each -> new Bound(
                                each.getKey(),
                                each.getValue().material(),
                                each.getValue().text(),
                                each.getValue().shift().toSeconds()))
                        .toList()));
    }

    static TemplateBounds bounds(Row row) throws SQLException {
        return new TemplateBounds(
                new SopVersionId(row.number("sop_version")),
                row.flag("may_opt_out"),
                Json.read(row.text("steps"), Bounds.class).steps().stream()
                        .collect(Collectors.toMap(
                                Bound::step,
                                one -> new StepBounds(one.material(), one.text(), Duration.ofSeconds(one.shift())))),
                row.integer("version"));
    }

    static String numbers(StoreVariant variant) {
        return variant.steps().keySet().stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    }

    static @Nullable String definition(StoreVariant variant) {
        List<Step> steps = List.copyOf(new TreeMap<>(variant.steps()).values());
        return steps.isEmpty() ? null : Json.write(DefinitionWriter.write(only(steps), SopNaming.NUMBERS));
    }

    private static SopDefinition only(List<Step> steps) {
        return new SopDefinition(new Trigger.Manual(), null, new Holdout(0), steps, null, Set.of());
    }

    static StoreVariant variant(Row row) throws SQLException {
        String optedOut = row.textOrNull("opted_out");
        return new StoreVariant(
                row.number("id"),
                row.publicId("public_id"),
                new SopVersionId(row.number("sop_version")),
                new DepartmentId(row.number("department")),
                row.integer("number"),
                optedOut == null ? null : (Boolean) row.flag("opted_out"),
                steps(row.text("steps"), row.textOrNull("definition")),
                row.publicId("by_key"),
                row.instant("written_at"));
    }

    private static Map<Integer, Step> steps(String numbers, @Nullable String definition) {
        if (definition == null) {
            return Map.of();
        }
        var read = switch (DefinitionReader.read(Json.readTree(definition), SopNaming.NUMBERS)) {
            case Read.Understood(var understood) -> understood;
            case Read.Refused(var mistakes) ->
                throw new IllegalStateException("stored steps can't be read: " + mistakes);
        };
        var steps = new HashMap<Integer, Step>();
        var places = new ArrayList<Integer>();
        for (String number : numbers.split(",", -1)) {
            places.add(Integer.parseInt(number));
        }
        for (int i = 0; i < places.size(); i++) {
            steps.put(places.get(i), read.steps().get(i));
        }
        return steps;
    }
}
