package cn.siyu.domain.audience;

import cn.siyu.domain.audience.ExpressionError.Code;
import cn.siyu.domain.audience.Place.Pointer;
import cn.siyu.domain.audience.Syntax.Given;
import cn.siyu.domain.audience.Syntax.Kind;
import cn.siyu.domain.audience.Syntax.Name;
import cn.siyu.domain.content.Spelling;
import cn.siyu.domain.content.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the JSON form (maps, lists, strings, numbers, booleans) into a syntax tree. All mistakes
/// of form are reported; a null answer has been.
final class TreeReader {
    private final List<ExpressionError> errors = new ArrayList<>();

    record Parsed(@Nullable Syntax syntax, List<ExpressionError> errors) {}

    static Parsed read(@Nullable Object tree) {
        TreeReader reader = new TreeReader();
        Syntax syntax = reader.node(tree, new Pointer(""), 0);
        return new Parsed(reader.errors.isEmpty() ? syntax : null, List.copyOf(reader.errors));
    }

    private @Nullable Syntax node(@Nullable Object tree, Pointer at, int nesting) {
        if (!(tree instanceof Map<?, ?> map)) {
            return fail(Code.UNEXPECTED, ErrorTexts.CONDITION_OBJECT, at);
        }
        if (nesting > Bounds.NESTING) {
            return fail(Code.TOO_DEEP, ErrorTexts.TOO_NESTED, at);
        }
        if (!(map.get("op") instanceof String op)) {
            return fail(Code.MISSING_PROPERTY, ErrorTexts.opMissing(), at.child("op"));
        }
        if (!Tree.ops().contains(op)) {
            Optional<String> near = Spelling.nearest(op, Tree.ops());
            errors.add(
                    new ExpressionError(Code.UNEXPECTED, ErrorTexts.noSuchOp(op), at.child("op"), near.orElse(null)));
            return null;
        }
        if (!properties(map, op, at)) {
            return null;
        }
        return Tree.properties(op).contains("of") ? joined(map, op, at, nesting) : test(map, op, at);
    }

    private boolean properties(Map<?, ?> map, String op, Pointer at) {
        List<String> expected = Tree.properties(op);
        int before = errors.size();
        for (Object key : map.keySet()) {
            String name = String.valueOf(key);
            if (!name.equals("op") && !expected.contains(name)) {
                String suggestion = Spelling.nearest(name, expected).orElse(null);
                errors.add(new ExpressionError(
                        Code.UNKNOWN_PROPERTY,
                        ErrorTexts.unknownProperty(op, expected, name),
                        at.child(name),
                        suggestion));
            }
        }
        for (String name : expected) {
            if (map.get(name) == null) {
                fail(Code.MISSING_PROPERTY, ErrorTexts.propertyMissing(op, name), at.child(name));
            }
        }
        return errors.size() == before;
    }

    private @Nullable Syntax joined(Map<?, ?> map, String op, Pointer at, int nesting) {
        Pointer place = at.child("of");
        if (!(map.get("of") instanceof List<?> of) || of.isEmpty() || (op.equals("not") && of.size() != 1)) {
            return fail(Code.UNEXPECTED, ErrorTexts.OF_LIST, place);
        }
        if (of.size() > Bounds.NODES) {
            return fail(Code.TOO_MANY_NODES, ErrorTexts.TOO_MANY_NODES, place);
        }
        List<Syntax> parts = new ArrayList<>();
        for (int i = 0; i < of.size(); i++) {
            Syntax part = node(of.get(i), place.child(i), nesting + 1);
            if (part != null) {
                parts.add(part);
            }
        }
        if (parts.size() != of.size()) {
            return null;
        }
        return switch (op) {
            case "not" -> new Syntax.Opposite(parts.getFirst(), at);
            case "or" -> parts.size() == 1 ? parts.getFirst() : new Syntax.Any(parts, at);
            default -> parts.size() == 1 ? parts.getFirst() : new Syntax.All(parts, at);
        };
    }

    private @Nullable Syntax test(Map<?, ?> map, String op, Pointer at) {
        if (!(map.get("field") instanceof String field)) {
            return fail(Code.UNEXPECTED, ErrorTexts.FIELD_NAME, at.child("field"));
        }
        List<Given> values = values(map, op, at);
        return values == null
                ? null
                : new Syntax.Test(
                        new Name(field, at.child("field")), Operator.ofCode(op).orElseThrow(), values, at);
    }

    private @Nullable List<Given> values(Map<?, ?> map, String op, Pointer at) {
        List<@Nullable Given> given = new ArrayList<>();
        for (String property : Tree.properties(op)) {
            if (property.equals("values")) {
                if (!(map.get(property) instanceof List<?> list) || list.isEmpty()) {
                    fail(Code.UNEXPECTED, ErrorTexts.VALUES_LIST, at.child(property));
                    return null;
                }
                for (int i = 0; i < list.size(); i++) {
                    given.add(given(list.get(i), at.child(property).child(i)));
                }
            } else if (!property.equals("field")) {
                given.add(given(map.get(property), at.child(property)));
            }
        }
        List<Given> read = given.stream().filter(Objects::nonNull).toList();
        return read.size() == given.size() ? read : null;
    }

    private @Nullable Given given(@Nullable Object value, Pointer at) {
        return switch (value) {
            case String text -> new Given(Kind.QUOTED, text, at);
            case Boolean truth -> new Given(Kind.WORD, truth.toString(), at);
            case Number number -> number(number, at);
            case null, default -> {
                fail(Code.UNEXPECTED, ErrorTexts.PLAIN_VALUE, at);
                yield null;
            }
        };
    }

    private @Nullable Given number(Number number, Pointer at) {
        try {
            BigDecimal exact = new BigDecimal(number.toString());
            if (Math.abs((long) exact.scale()) < 100 && exact.precision() < 100) {
                return new Given(Kind.NUMBER, exact.toPlainString(), at);
            }
        } catch (NumberFormatException _) {
            // NaN and infinities, which some JSON readers let through
        }
        fail(Code.OUT_OF_RANGE, ErrorTexts.NOT_A_NUMBER, at);
        return null;
    }

    private @Nullable Syntax fail(Code code, Wording detail, Pointer at) {
        errors.add(new ExpressionError(code, detail, at));
        return null;
    }
}
