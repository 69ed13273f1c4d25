package cn.siyu.domain.sop;

import cn.siyu.domain.audience.Assignment;
import cn.siyu.domain.audience.Assignment.Holdout;
import cn.siyu.domain.audience.CustomerField;
import cn.siyu.domain.audience.Expression;
import cn.siyu.domain.audience.ExpressionError;
import cn.siyu.domain.audience.ExpressionLanguage;
import cn.siyu.domain.audience.Place;
import cn.siyu.domain.audience.Reading;
import cn.siyu.domain.channel.ContactWayId;
import cn.siyu.domain.content.Wording;
import cn.siyu.domain.sop.SopDefinition.Exit;
import cn.siyu.domain.sop.SopDefinition.Goal;
import cn.siyu.domain.sop.SopMistake.Code;
import cn.siyu.domain.sop.SopNaming.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads a definition from maps, lists, strings, numbers and booleans as a JSON library gives them.
/// All mistakes come out at once, in the order of the document.
public final class DefinitionReader {
    /// As many steps as a definition has at most.
    public static final int MOST_STEPS = 100;

    private static final List<String> TRIGGERS = List.of("RELATIONSHIP_ADDED", "MANUAL", "AUDIENCE");
    private static final BigDecimal MOST_HELD_OUT = new BigDecimal("0.5");
    private static final int HOLDOUT_DIGITS = 4;
    private static final int MOST_CONTACT_WAYS = 100;

    private final ExpressionLanguage language = new ExpressionLanguage(CustomerField.catalogue());
    private final References references;
    private final List<SopMistake> mistakes = new ArrayList<>();

    private DefinitionReader(SopNaming naming) {
        this.references = new References(naming);
    }

    /// What reading came to.
    public sealed interface Read {
        /// It can be saved.
        record Understood(SopDefinition definition) implements Read {}

        /// It can't; never empty.
        record Refused(List<SopMistake> mistakes) implements Read {
            public Refused {
                mistakes = List.copyOf(mistakes);
            }
        }
    }

    /// Reads `tree`.
    ///
    /// @param naming how it names materials, tags and contact ways
    public static Read read(@Nullable Object tree, SopNaming naming) {
        var reader = new DefinitionReader(naming);
        var definition = reader.definition(Fields.of(tree, "", reader.mistakes));
        return definition == null || !reader.mistakes.isEmpty()
                ? new Read.Refused(DocumentOrder.of(tree, reader.mistakes))
                : new Read.Understood(definition);
    }

    private @Nullable SopDefinition definition(Fields fields) {
        if (!fields.isObject()) {
            return null;
        }
        fields.only("trigger", "audience", "holdout", "steps", "goal", "exitOn");
        Object givenTrigger = fields.required("trigger");
        var trigger = givenTrigger == null ? null : trigger(Fields.of(givenTrigger, fields.at("trigger"), mistakes));
        Object givenAudience = fields.raw("audience");
        var audience = givenAudience == null ? null : audience(givenAudience, fields.at("audience"));
        if (trigger instanceof Trigger.AudienceMet && givenAudience == null) {
            var detail = Wording.of("An SOP that its audience triggers needs one.", "由人群触发的 SOP 必须填写人群条件。");
            fields.note(Code.MISSING, detail, fields.at("audience"));
        }
        var holdout = holdout(fields);
        var steps = steps(fields);
        Object givenGoal = fields.raw("goal");
        var goal = givenGoal == null ? null : goal(Fields.of(givenGoal, fields.at("goal"), mistakes));
        var exits = exits(fields);
        return mistakes.isEmpty()
                ? new SopDefinition(Objects.requireNonNull(trigger), audience, holdout, steps, goal, exits)
                : null;
    }

    private @Nullable Trigger trigger(Fields fields) {
        Object given = fields.required("type");
        String type = given == null ? null : fields.code(given, fields.at("type"), TRIGGERS);
        return switch (type) {
            case "RELATIONSHIP_ADDED" -> {
                fields.only("type", "contactWays", "reenterAfter");
                Set<ContactWayId> ways =
                        references.many(fields, "contactWays", Kind.CONTACT_WAY, MOST_CONTACT_WAYS).stream()
                                .map(ContactWayId::new)
                                .collect(Collectors.toSet());
                yield new Trigger.RelationshipAdded(ways, optional(fields, "reenterAfter", Duration.ZERO));
            }
            case "MANUAL" -> {
                fields.only("type");
                yield new Trigger.Manual();
            }
            case "AUDIENCE" -> {
                fields.only("type", "every", "reenterAfter");
                yield new Trigger.AudienceMet(
                        optional(fields, "every", Duration.ofHours(1)),
                        optional(fields, "reenterAfter", Duration.ZERO));
            }
            case null, default -> null;
        };
    }

    private static @Nullable Duration optional(Fields fields, String name, Duration least) {
        Object value = fields.raw(name);
        return value == null ? null : fields.duration(value, name, least, StepReader.YEAR);
    }

    private @Nullable Expression audience(Object given, String pointer) {
        boolean written = given instanceof String;
        Reading reading = written ? language.ofText((String) given) : language.ofTree(given);
        return switch (reading) {
            case Reading.Understood(var expression) -> expression;
            case Reading.Refused(var errors) -> {
                errors.forEach(error -> mistakes.add(mistake(error, pointer)));
                yield null;
            }
        };
    }

    private static SopMistake mistake(ExpressionError error, String pointer) {
        String inside = error.place() instanceof Place.Pointer(var deeper) ? deeper : "";
        var detail = error.place() instanceof Place.Span(int offset, int _)
                ? error.detail().then(SopMistake.atCharacter(offset))
                : error.detail();
        return new SopMistake(error.code().slug(), detail, pointer + inside, error.suggestion());
    }

    private Holdout holdout(Fields fields) {
        Object given = fields.raw("holdout");
        BigDecimal share =
                given == null ? BigDecimal.ZERO : given instanceof Number number ? Fields.decimal(number) : null;
        if (share == null) {
            fields.note(Code.WRONG_TYPE, Wording.of("Write a number here.", "此处应为数字。"), fields.at("holdout"));
            return new Holdout(0);
        }
        if (share.signum() < 0
                || share.compareTo(MOST_HELD_OUT) > 0
                || share.stripTrailingZeros().scale() > HOLDOUT_DIGITS) {
            var detail = Wording.of(
                    "Write a share from 0 to 0.5 with up to four digits, as 0.1 for 10 %.",
                    "请填写 0 到 0.5 的比例，最多四位小数，如 0.1 表示 10%。");
            fields.note(Code.OUT_OF_RANGE, detail, fields.at("holdout"));
            return new Holdout(0);
        }
        return new Holdout(
                share.multiply(BigDecimal.valueOf(Assignment.BUCKETS)).intValueExact());
    }

    private List<Step> steps(Fields fields) {
        int before = mistakes.size();
        fields.required("steps");
        var list = fields.list("steps", MOST_STEPS);
        if (list.isEmpty() && mistakes.size() == before) {
            fields.note(Code.EMPTY, Wording.of("Write at least one step.", "请至少填写一个步骤。"), fields.at("steps"));
        }
        var reader = new StepReader(references, mistakes);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            var step = reader.read(list.get(i), fields.at("steps") + "/" + i);
            if (step != null) {
                steps.add(step);
            }
        }
        return steps;
    }

    private @Nullable Goal goal(Fields fields) {
        fields.only("kind", "within", "exit");
        var kind = fields.constant("kind", Goal.Kind.class, null);
        var within = fields.duration("within", StepReader.MINUTE, StepReader.YEAR, null);
        boolean exit = fields.flag("exit", true);
        return kind == null || within == null ? null : new Goal(kind, within, exit);
    }

    private Set<Exit> exits(Fields fields) {
        if (fields.raw("exitOn") == null) {
            return EnumSet.allOf(Exit.class);
        }
        var exits = EnumSet.noneOf(Exit.class);
        var list = fields.list("exitOn", 10);
        for (int i = 0; i < list.size(); i++) {
            Object given = Objects.requireNonNullElse(list.get(i), "");
            var exit = fields.constant(given, fields.at("exitOn") + "/" + i, Exit.class);
            if (exit != null) {
                exits.add(exit);
            }
        }
        return exits;
    }
}
