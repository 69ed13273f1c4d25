package cn.siyu.adapter.http.policy;

import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.Mistake;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.ProblemException;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.domain.channel.policy.PolicyProblem;
import io.micronaut.json.tree.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads what a brand sets differently, and tells what is wrong with it.
final class PolicyOverrideReading {
    private static final int MOST_VALUES = 500;
    private static final int MOST_CHARACTERS = 10_000;

    private PolicyOverrideReading() {}

    /// What a brand sets.
    ///
    /// @param validFrom the first day it holds; null: today
    /// @param values what is left out, or null, is as shipped
    record Setting(@Nullable LocalDate validFrom, Map<String, Object> values) {}

    static Setting read(Input in) {
        in.readOnly("line", "stamp", "edition", "validFromOn", "source", "confidence", "values", "planned");
        LocalDate from = in.date("overrideFromOn").orNull();
        return new Setting(from, values(in));
    }

    private static Map<String, Object> values(Input in) {
        JsonNode node = in.tree("override")
                .where(
                        JsonNode::isObject,
                        ProblemCode.WRONG_TYPE,
                        Text.of("This must be an object shaped like values.", "应为与 values 结构相同的对象。"))
                .where(
                        tree -> count(tree) <= MOST_VALUES,
                        ProblemCode.TOO_MANY,
                        Text.of("At most %s values are possible.", "最多 %s 个值。", MOST_VALUES))
                .where(
                        tree -> characters(tree) <= MOST_CHARACTERS,
                        ProblemCode.TOO_LONG,
                        Text.of(
                                "All names and values together may have %s characters.",
                                "全部名称和值合计最多 %s 个字符。", MOST_CHARACTERS))
                .orNull();
        return node == null ? Map.of() : object(node);
    }

    /// All that is wrong with a brand's settings.
    static ProblemException refused(List<PolicyProblem> problems) {
        return Problems.body(problems.stream()
                .map(problem -> Mistake.at(
                        "/override" + problem.pointer(),
                        code(problem.code()),
                        new Text(problem.detail(), inChinese(problem.code()) + "（" + problem.detail() + "）")))
                .toList());
    }

    /// Settings can't begin in the past.
    static ProblemException past(LocalDate today) {
        return Problems.body(List.of(Mistake.at(
                "/overrideFromOn",
                ProblemCode.OUT_OF_RANGE,
                Text.of(
                        "What was decided by other rules can't be decided again: give %s or a later day.",
                        "已按旧规则作出的决定不能更改：请填写 %s 或之后的日期。", today))));
    }

    private static Map<String, Object> object(JsonNode node) {
        var values = new LinkedHashMap<String, Object>();
        node.entries().forEach(entry -> {
            if (!entry.getValue().isNull()) {
                values.put(entry.getKey(), value(entry.getValue()));
            }
        });
        return values;
    }

    private static Object value(JsonNode node) {
        if (node.isObject()) {
            return object(node);
        }
        if (node.isArray()) {
            var list = new ArrayList<>();
            node.values().forEach(each -> list.add(value(each)));
            return list;
        }
        if (node.isNumber()) {
            return node.getNumberValue();
        }
        return node.isBoolean() ? node.getBooleanValue() : node.coerceStringValue();
    }

    private static int count(JsonNode node) {
        int count = 1;
        if (node.isContainerNode()) {
            for (JsonNode child : node.values()) {
                count += count(child);
            }
        }
        return count;
    }

    private static long characters(JsonNode node) {
        if (!node.isContainerNode()) {
            return node.isNull() ? 0 : node.coerceStringValue().length();
        }
        long characters = 0;
        if (node.isObject()) {
            for (var entry : node.entries()) {
                characters += entry.getKey().length();
            }
        }
        for (JsonNode child : node.values()) {
            characters += characters(child);
        }
        return characters;
    }

    private static ProblemCode code(PolicyProblem.Code code) {
        return switch (code) {
            case MISSING -> ProblemCode.MISSING;
            case UNKNOWN_KEY -> ProblemCode.UNKNOWN_PROPERTY;
            case WRONG_TYPE -> ProblemCode.WRONG_TYPE;
            case OUT_OF_RANGE -> ProblemCode.OUT_OF_RANGE;
            case CONTRADICTION, LAXER_THAN_PLATFORM -> ProblemCode.NOT_ALLOWED;
        };
    }

    private static String inChinese(PolicyProblem.Code code) {
        return switch (code) {
            case MISSING -> "缺少此项";
            case UNKNOWN_KEY -> "没有此项";
            case WRONG_TYPE -> "类型不符";
            case OUT_OF_RANGE -> "数值超出范围";
            case CONTRADICTION -> "与其他设置矛盾";
            case LAXER_THAN_PLATFORM -> "不能比平台规则更宽松";
        };
    }
}
