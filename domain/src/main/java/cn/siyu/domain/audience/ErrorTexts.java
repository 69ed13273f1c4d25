package cn.siyu.domain.audience;

import cn.siyu.domain.content.Wording;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What errors say, in both languages, in one place, so that the two can be compared.
final class ErrorTexts {
    static final Wording EMPTY = new Wording(
            "Write a condition, for example: trust >= 60 and not dormant", "请填写条件，例如：trust >= 60 and not dormant");
    static final Wording TOO_LONG = Wording.of(
            "An expression has at most %s characters. Make a tag of a long list of values.",
            "表达式最多 %s 个字符。过长的取值列表请改用标签。", Bounds.TEXT);
    static final Wording TOO_NESTED =
            new Wording("This is nested too deeply; name its parts as segments.", "嵌套过深，请把其中部分另存为人群包。");
    static final Wording TOO_MANY_VALUES = Wording.of("A list has at most %s values.", "列表最多 %s 个值。", Bounds.VALUES);
    static final Wording TOO_MANY_NODES =
            Wording.of("An expression has at most %s conditions and connectives.", "表达式最多 %s 个条件和连接词。", Bounds.NODES);
    static final Wording EMPTY_RANGE =
            new Wording("Nothing is between these: the first is above the second.", "区间为空：下限大于上限。");
    static final Wording UNCLOSED_TEXT = new Wording(
            "This text has no closing quote; a quote inside a text is written twice ('').", "文本缺少结束引号；文本中的引号须写两次（''）。");
    static final Wording UNREADABLE_CHARACTER = new Wording("This character has no meaning here.", "此处不能使用该字符。");
    static final Wording UNSTORABLE = new Wording("This text holds a character that can't be stored.", "文本含有无法保存的字符。");
    static final Wording TEXT_LENGTH =
            Wording.of("A text has 1 to %s characters.", "文本须为 1 到 %s 个字符。", Bounds.VALUE_LENGTH);
    static final Wording NUMBER_RANGE = new Wording(
            "A number is between −10^15 and 10^15 and has at most 6 decimals.", "数字须在 −10^15 与 10^15 之间，最多 6 位小数。");
    static final Wording NOT_A_NUMBER = new Wording("This isn't a number that can be compared.", "该数字无法比较。");
    static final Wording WRITE_TRUTH = new Wording("Write true or false.", "请写 true 或 false。");
    static final Wording WRITE_NUMBER = new Wording("Write a number without quotes.", "请写数字，不加引号。");
    static final Wording WRITE_TIME = new Wording(
            "Write a time: 2026-01-31, 2026-01-31T08:00:00Z, or now - P30D.",
            "请写时间：2026-01-31、2026-01-31T08:00:00Z 或 now - P30D。");
    static final Wording CONDITION_OBJECT = new Wording(
            "A condition is an object such as {\"op\": \"=\", \"field\": …, \"value\": …}.",
            "条件须为对象，例如 {\"op\": \"=\", \"field\": …, \"value\": …}。");
    static final Wording OF_LIST =
            new Wording("of is a list of conditions, of exactly one for not.", "of 须为条件列表；op 为 not 时恰好一个。");
    static final Wording FIELD_NAME = new Wording("field is the name of a field.", "field 须为字段名。");
    static final Wording VALUES_LIST = new Wording("values is a list of at least one value.", "values 须为至少一个值的列表。");
    static final Wording PLAIN_VALUE =
            new Wording("A value is a text, a number, true or false.", "值须为文本、数字、true 或 false。");

    private ErrorTexts() {}

    static Wording tooDeep(int depth) {
        return Wording.of(
                "Conditions are nested at most %s deep, here %s.", "条件最多嵌套 %s 层，此处为 %s 层。", Bounds.DEPTH, depth);
    }

    static Wording expected(String expected, Token found) {
        String shown = found.kind() == Token.Kind.TEXT ? "'" + found.text() + "'" : found.text();
        return found.kind() == Token.Kind.END
                ? Wording.of("Expected %s, but this is the end.", "此处应为 %s，但已到结尾。", expected)
                : Wording.of("Expected %s, but found %s.", "此处应为 %s，却是 %s。", expected, shown);
    }

    static Wording insteadOf(String text, String meant) {
        return Wording.of("Write %s instead of %s .", "请写 %s，而不是 %s 。", meant, text);
    }

    static Wording neitherNumberNorTime(String text) {
        return Wording.of(
                "'%s' is neither a number (12.5) nor a date (2026-01-31) nor a time (2026-01-31T08:00:00Z).",
                "'%s' 不是数字（12.5）、日期（2026-01-31）或时间（2026-01-31T08:00:00Z）。", text);
    }

    static Wording noSuchTime(String text) {
        return Wording.of(
                        "'%s' is no time of the years 1970 to 9998, no more than 36,500 days away, in weeks, days, hours,"
                                + " minutes and seconds.",
                        "'%s' 不是 1970 至 9998 年间的时间；相对时间以周、天、时、分、秒计，最多 36,500 天。", text)
                .then(WRITE_TIME);
    }

    static Wording noSuchField(String name, Optional<String> near) {
        return Wording.of("There is no field %s.", "没有字段 %s。", name)
                .then(near.map(ErrorTexts::didYouMean)
                        .orElse(new Wording("The field catalogue lists what there is.", "可用字段见字段目录。")));
    }

    static Wording noSuchCode(Field field, String code, Optional<String> near) {
        return Wording.of("%s is never %s.", "%s 不会是 %s。", field.name(), code)
                .then(near.map(ErrorTexts::didYouMean)
                        .orElseGet(() -> oneOf(field.codes().known())));
    }

    private static Wording didYouMean(String near) {
        return Wording.of("Did you mean %s?", "是否想写 %s？", near);
    }

    private static Wording oneOf(List<String> known) {
        return Wording.of("It is one of %s.", "可用：%s。", String.join(", ", known));
    }

    static Wording quote(String text) {
        return Wording.of("Put the text in single quotes: '%s'.", "文本须加单引号：'%s'。", text);
    }

    static Wording writeCode(Field field) {
        return Wording.of(
                "Write a code such as %s.", "请写代码，例如 %s。", field.codes().known().getFirst());
    }

    static Wording wrongType(Field field, Wording remedy) {
        return is(field).then(remedy);
    }

    static Wording notACondition(Field field) {
        return is(field)
                .then(Wording.of(
                        "It is no condition by itself. Write for example: %s", "它本身不是条件，可写：%s", field.example()));
    }

    static Wording notAllowed(Field field, Operator operator) {
        String allowed = field.type().operators().stream().map(Operator::text).collect(Collectors.joining(", "));
        return is(field)
                .then(Wording.of(
                        "It can't be asked with '%s', only with: %s. For example: %s",
                        "不能用 '%s'，只能用：%s。例如：%s", operator.text(), allowed, field.example()));
    }

    private static Wording is(Field field) {
        Wording type = field.type().label();
        return new Wording(field.name() + " is " + type.en() + ".", field.name() + " 是" + type.zh() + "。");
    }

    static Wording noSuchOp(String op) {
        return Wording.of("There is no op %s; there are %s.", "没有 op %s；可用：%s。", op, String.join(", ", Tree.ops()));
    }

    static Wording opMissing() {
        return Wording.of("A condition says its op, one of %s.", "条件须有 op：%s。", String.join(", ", Tree.ops()));
    }

    static Wording unknownProperty(String op, List<String> expected, String name) {
        return Wording.of("op %s takes %s, not %s.", "op %s 的属性为 %s，没有 %s。", op, String.join(", ", expected), name);
    }

    static Wording propertyMissing(String op, String name) {
        return Wording.of("op %s needs %s.", "op %s 须有 %s。", op, name);
    }
}
