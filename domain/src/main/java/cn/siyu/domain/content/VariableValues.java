package cn.siyu.domain.content;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The values of the variables that are known for one message.
public final class VariableValues {
    private final Map<Variable, VariableValue> known;

    /// These values; a variable that isn't among them isn't known.
    ///
    /// @throws IllegalArgumentException if a value isn't of its variable's type
    public VariableValues(Map<Variable, ? extends VariableValue> known) {
        this.known = new EnumMap<>(Variable.class);
        this.known.putAll(known);
        this.known.forEach((variable, value) -> {
            if (value.type() != variable.type()) {
                throw new IllegalArgumentException(variable.path() + " is a " + variable.type());
            }
        });
    }

    Optional<String> shown(Variable variable) {
        return Optional.ofNullable(known.get(variable))
                .map(VariableValue::shown)
                .filter(s -> !s.isEmpty());
    }
}
