package cn.siyu.domain.audience;

import org.jspecify.annotations.Nullable;

/// What is known of one subject: the side of evaluation that isn't the expression.
@FunctionalInterface
public interface Facts {
    /// The field's value, of the kind that belongs to its type; null if it isn't known.
    @Nullable
    Value value(Field field);
}
