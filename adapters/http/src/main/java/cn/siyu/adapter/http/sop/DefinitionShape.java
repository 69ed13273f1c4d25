package cn.siyu.adapter.http.sop;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.sop.DefinitionReader;
import cn.siyu.domain.sop.SopDefinition;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// What a definition looks like, for the API document. It reads nothing: the core reads
/// definitions, and a test holds both to the same examples.
final class DefinitionShape {
    /// An audience in either of its forms.
    static final Map<String, Object> EXPRESSION = Map.of(
            "description",
            "an expression, as text or in its JSON form",
            "type",
            List.of("string", "object"),
            "maxLength",
            4000);

    private static final Duration YEAR = Duration.ofDays(365);
    private static final Map<String, Function<Input, ? extends Boolean>> TRIGGERS = new TreeMap<>(Map.of(
            "RELATIONSHIP_ADDED", DefinitionShape::relationshipAdded,
            "AUDIENCE", DefinitionShape::audience,
            "MANUAL", _ -> true));
    private static final Map<String, Function<Input, ? extends Boolean>> STEPS = new TreeMap<>(Map.of(
            "WAIT", DefinitionShape::waits,
            "SEND", DefinitionShape::send,
            "TAG", DefinitionShape::tag,
            "TASK", DefinitionShape::task));

    static final Map<String, Object> SCHEMA = Input.describe(DefinitionShape::definition);

    private DefinitionShape() {}

    private static boolean definition(Input in) {
        var _ = in.object("trigger", trigger -> trigger.choose("type", TRIGGERS))
                .get();
        in.tree("audience", EXPRESSION).orNull();
        in.decimal("holdout", BigDecimal.ZERO, new BigDecimal("0.5")).orNull();
        var _ = in.list("steps", 1, DefinitionReader.MOST_STEPS)
                .objects(step -> step.choose("type", STEPS))
                .get();
        in.object("goal", DefinitionShape::goal).orNull();
        in.list("exitOn", 0, SopDefinition.Exit.values().length)
                .oneOf(SopDefinition.Exit.class)
                .orNull();
        return true;
    }

    private static boolean relationshipAdded(Input in) {
        in.list("contactWays", 0, 100).ids(IdType.CONTACT_WAY).orNull();
        in.duration("reenterAfter", Duration.ZERO, YEAR).orNull();
        return true;
    }

    private static boolean audience(Input in) {
        in.duration("every", Duration.ofHours(1), YEAR).orNull();
        in.duration("reenterAfter", Duration.ZERO, YEAR).orNull();
        return true;
    }

    private static boolean waits(Input in) {
        in.duration("for", Duration.ofMinutes(1), YEAR).orNull();
        in.object("until", DefinitionShape::until).orNull();
        return true;
    }

    private static boolean until(Input in) {
        var _ = in.integer("day", 0, (int) YEAR.toDays()).get();
        var _ = in.localTime("localTime").get();
        return true;
    }

    private static boolean send(Input in) {
        var _ = in.id("material", IdType.MATERIAL).get();
        in.text("touchpoint", 40).orNull();
        in.oneOf("contactClass", ContactClass.class).orNull();
        in.duration("deadline", Duration.ofMinutes(1), Duration.ofDays(30)).orNull();
        in.flag("winBack").orNull();
        return true;
    }

    private static boolean tag(Input in) {
        in.list("add", 0, 50).ids(IdType.TAG).orNull();
        in.list("remove", 0, 50).ids(IdType.TAG).orNull();
        return true;
    }

    private static boolean task(Input in) {
        var _ = in.text("kind", 30).get();
        var _ = in.text("title", 200).get();
        in.text("script", 4000).orNull();
        in.duration("dueIn", Duration.ZERO, Duration.ofDays(90)).orNull();
        in.duration("expiresIn", Duration.ofMinutes(1), YEAR).orNull();
        return true;
    }

    private static boolean goal(Input in) {
        var _ = in.oneOf("kind", SopDefinition.Goal.Kind.class).get();
        var _ = in.duration("within", Duration.ofMinutes(1), YEAR).get();
        in.flag("exit").orNull();
        return true;
    }
}
