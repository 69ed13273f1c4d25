package cn.siyu.domain.sop;

import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.content.ContentError;
import cn.siyu.domain.content.MaterialId;
import cn.siyu.domain.content.Template;
import cn.siyu.domain.content.TemplateReader;
import cn.siyu.domain.content.Variable;
import cn.siyu.domain.content.Wording;
import cn.siyu.domain.customer.TagId;
import cn.siyu.domain.sop.SopMistake.Code;
import cn.siyu.domain.sop.SopNaming.Kind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads one step.
final class StepReader {
    static final String PRIVATE_CHAT = "PRIVATE_CHAT";
    static final Duration MINUTE = Duration.ofMinutes(1);
    static final Duration YEAR = Duration.ofDays(365);
    static final Duration SEND_DEADLINE = Duration.ofDays(2);
    static final Duration TASK_DUE = Duration.ofDays(1);
    static final Duration TASK_EXPIRY = Duration.ofDays(7);
    private static final List<String> TYPES = List.of("WAIT", "SEND", "TAG", "TASK");
    private static final int MOST_TAGS = 50;
    private static final int MOST_SCRIPT = 4_000;

    /// What is known of everybody a task can be made for.
    private static final Set<Variable> ALWAYS_KNOWN =
            EnumSet.of(Variable.CUSTOMER_ADDED_ON, Variable.ORDERS_COUNT, Variable.STAFF_NAME, Variable.BRAND_NAME);

    private final References references;
    private final List<SopMistake> mistakes;
    private Duration earliest = Duration.ZERO;

    StepReader(References references, List<SopMistake> mistakes) {
        this.references = references;
        this.mistakes = mistakes;
    }

    @Nullable
    Step read(@Nullable Object tree, String pointer) {
        var fields = Fields.of(tree, pointer, mistakes);
        Object given = fields.required("type");
        String type = given == null ? null : fields.code(given, fields.at("type"), TYPES);
        return switch (type) {
            case "WAIT" -> await(fields);
            case "SEND" -> send(fields);
            case "TAG" -> tag(fields);
            case "TASK" -> task(fields);
            case null, default -> null;
        };
    }

    private @Nullable Step await(Fields fields) {
        fields.only("type", "for", "until");
        Object length = fields.raw("for");
        Object until = fields.raw("until");
        if ((length == null) == (until == null)) {
            var detail = Wording.of("Write either 'for' or 'until'.", "请填写 for 或 until 之一。");
            fields.note(length == null ? Code.MISSING : Code.CONTRADICTION, detail, fields.at("for"));
            return null;
        }
        return until == null ? waitFor(fields) : waitUntil(fields, until);
    }

    private @Nullable Step waitFor(Fields fields) {
        var length = fields.duration("for", MINUTE, YEAR, null);
        if (length == null) {
            return null;
        }
        earliest = earliest.plus(length);
        return new Step.WaitFor(length);
    }

    private @Nullable Step waitUntil(Fields step, Object tree) {
        var fields = Fields.of(tree, step.at("until"), mistakes);
        fields.only("day", "localTime");
        var day = fields.whole("day", 0, (int) YEAR.toDays());
        var time = fields.time("localTime");
        if (day == null || time == null) {
            return null;
        }
        var moment = Duration.ofDays(day).plusSeconds(time.toSecondOfDay());
        if (moment.compareTo(earliest) < 0) {
            var detail = Wording.of(
                    "The steps before it end on day %s at the earliest, when this moment has passed.",
                    "之前的步骤最早在第 %s 天结束，届时该时刻已过。", earliest.toDays());
            fields.note(Code.ALREADY_PAST, detail, fields.at("day"));
            return null;
        }
        earliest = moment;
        return new Step.WaitUntil(day, time);
    }

    private @Nullable Step send(Fields fields) {
        fields.only("type", "material", "touchpoint", "contactClass", "deadline", "winBack");
        var material = references.one(fields, "material", Kind.MATERIAL);
        var touchpoint = fields.code("touchpoint", 40, PRIVATE_CHAT);
        var contactClass = fields.constant("contactClass", ContactClass.class, ContactClass.MARKETING);
        var deadline = fields.duration("deadline", MINUTE, Duration.ofDays(30), SEND_DEADLINE);
        boolean winBack = fields.flag("winBack", false);
        return material == null || touchpoint == null || contactClass == null || deadline == null
                ? null
                : new Step.Send(new MaterialId(material), touchpoint, contactClass, deadline, winBack);
    }

    private @Nullable Step tag(Fields fields) {
        fields.only("type", "add", "remove");
        int before = mistakes.size();
        var add = tags(fields, "add");
        var remove = tags(fields, "remove");
        if (mistakes.size() > before) {
            return null;
        }
        if (add.isEmpty() && remove.isEmpty()) {
            fields.note(Code.EMPTY, Wording.of("Name a tag to add or remove.", "请指定要添加或移除的标签。"), fields.at("add"));
            return null;
        }
        if (add.stream().anyMatch(remove::contains)) {
            var detail = Wording.of("A tag can't be added and removed at once.", "同一标签不能同时添加和移除。");
            fields.note(Code.CONTRADICTION, detail, fields.at("remove"));
            return null;
        }
        return new Step.Tag(add, remove);
    }

    private Set<TagId> tags(Fields fields, String name) {
        return references.many(fields, name, Kind.TAG, MOST_TAGS).stream()
                .map(TagId::new)
                .collect(Collectors.toSet());
    }

    private @Nullable Step task(Fields fields) {
        fields.only("type", "kind", "title", "script", "dueIn", "expiresIn");
        var kind = fields.code("kind", 30, null);
        var title = fields.text("title", 200);
        var script = script(fields);
        var dueIn = fields.duration("dueIn", Duration.ZERO, Duration.ofDays(90), TASK_DUE);
        var expiresIn = fields.duration("expiresIn", MINUTE, YEAR, TASK_EXPIRY);
        if (dueIn != null && expiresIn != null && expiresIn.compareTo(dueIn) < 0) {
            var detail = Wording.of("It would expire before it is due.", "任务会在到期前失效。");
            fields.note(Code.CONTRADICTION, detail, fields.at("expiresIn"));
            return null;
        }
        return kind == null || title == null || script == null || dueIn == null || expiresIn == null
                ? null
                : new Step.Task(kind, title, script, dueIn, expiresIn);
    }

    private @Nullable Template script(Fields fields) {
        if (fields.raw("script") == null) {
            return new Template(List.of());
        }
        String source = fields.text("script", MOST_SCRIPT);
        if (source == null) {
            return null;
        }
        var read = TemplateReader.read(source, fields.at("script"));
        read.errors().forEach(error -> mistakes.add(mistake(error)));
        var unsure = new HashSet<>(read.template().needed());
        unsure.removeAll(ALWAYS_KNOWN);
        if (read.errors().isEmpty() && !unsure.isEmpty()) {
            String paths = unsure.stream().map(Variable::path).sorted().collect(Collectors.joining(", "));
            var detail = Wording.of(
                    "%s isn't known of everybody: write a fallback, as {{customer.nickname|friend}}.",
                    "%s 并非总是已知：请填写默认值，如 {{customer.nickname|朋友}}。", paths);
            fields.note(Code.FALLBACK_NEEDED, detail, fields.at("script"));
            return null;
        }
        return read.errors().isEmpty() ? read.template() : null;
    }

    private static SopMistake mistake(ContentError error) {
        var span = error.span();
        var detail = span == null ? error.detail() : error.detail().then(SopMistake.atCharacter(span.offset()));
        return new SopMistake(error.code().slug(), detail, error.pointer(), error.suggestion());
    }
}
