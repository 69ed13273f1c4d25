package cn.siyu.domain.audience;

import java.util.List;

/// What reading an expression came to.
public sealed interface Reading {
    /// It is well-formed and well-typed.
    record Understood(Expression expression) implements Reading {}

    /// It is not; all mistakes that could be told apart, in the order of the input. Never empty.
    record Refused(List<ExpressionError> errors) implements Reading {
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
