package cn.siyu.domain.trust.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/// One object of the record tree of a policy. Reading a field that is missing or of the wrong type
/// notes a problem and goes on, so that all problems come out at once; a thing is only built of an
/// object whose fields could all be read.
final class PolicyNode {
    private final Map<?, ?> fields;
    private final String pointer;
    private final List<PolicyProblem> problems;
    private final Set<String> asked = new TreeSet<>();
    private final int problemsBefore;

    PolicyNode(Map<?, ?> fields, String pointer, List<PolicyProblem> problems) {
        this.fields = fields;
        this.pointer = pointer;
        this.problems = problems;
        this.problemsBefore = problems.size();
    }

    String text(String name) {
        if (value(name).orElse(null) instanceof String text) {
            return text;
        }
        problem(name, "must be a text");
        return "";
    }

    double number(String name) {
        if (value(name).orElse(null) instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        problem(name, "must be a number");
        return Double.NaN;
    }

    OptionalDouble optionalNumber(String name) {
        return value(name).isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(number(name));
    }

    int whole(String name) {
        double number = number(name);
        if (number == Math.rint(number) && Math.abs(number) <= Integer.MAX_VALUE) {
            return (int) number;
        }
        if (!Double.isNaN(number)) {
            problem(name, "must be a whole number");
        }
        return 0;
    }

    <E extends Enum<E>> Optional<E> oneOf(String name, Class<E> type) {
        return constant(text(name), type, name);
    }

    /// The constant with this name; a problem at the field if there is none.
    <E extends Enum<E>> Optional<E> constant(String code, Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(code)) {
                return Optional.of(constant);
            }
        }
        problem(name, "must be one of " + List.of(type.getEnumConstants()));
        return Optional.empty();
    }

    PolicyNode child(String name) {
        if (value(name).orElse(null) instanceof Map<?, ?> child) {
            return new PolicyNode(child, pointerTo(name), problems);
        }
        problem(name, "must be an object");
        return missing();
    }

    Optional<PolicyNode> optionalChild(String name) {
        return value(name).isEmpty() ? Optional.empty() : Optional.of(child(name));
    }

    /// The names of all fields, for objects whose keys are data.
    Set<String> names() {
        var names = new TreeSet<String>();
        fields.keySet().forEach(name -> names.add(String.valueOf(name)));
        return names;
    }

    /// All fields as numbers, for objects whose keys are data.
    Map<String, Double> numbers() {
        var numbers = new TreeMap<String, Double>();
        names().forEach(name -> numbers.put(name, number(name)));
        return numbers;
    }

    /// Builds a thing of the fields that were read. What its constructor refuses becomes a problem
    /// of this object.
    <T> Optional<T> build(Supplier<T> thing) {
        names().stream().filter(name -> !asked.contains(name)).forEach(name -> problem(name, "is not a field here"));
        if (problems.size() > problemsBefore) {
            return Optional.empty();
        }
        try {
            return Optional.of(thing.get());
        } catch (IllegalArgumentException refused) {
            problems.add(new PolicyProblem(pointer, String.valueOf(refused.getMessage())));
            return Optional.empty();
        }
    }

    /// Stands in for an object that isn't there: that was noted once, so its fields aren't noted
    /// too.
    private static PolicyNode missing() {
        var unheard = new ArrayList<PolicyProblem>();
        var node = new PolicyNode(Map.of(), "", unheard);
        unheard.add(new PolicyProblem("", "missing"));
        return node;
    }

    private Optional<Object> value(String name) {
        asked.add(name);
        return Optional.ofNullable(fields.get(name));
    }

    private void problem(String name, String detail) {
        problems.add(new PolicyProblem(pointerTo(name), detail));
    }

    private String pointerTo(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
