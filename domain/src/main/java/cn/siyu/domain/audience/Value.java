package cn.siyu.domain.audience;

import java.time.Instant;
import java.util.Set;

/// What a field holds for one subject; an unknown value is null and has no type.
public sealed interface Value {
    /// Of TEXT and ENUM fields.
    record Text(String text) implements Value {}

    /// Of WHOLE_NUMBER fields.
    record Whole(long value) implements Value {}

    /// Of NUMBER fields; finite.
    record Real(double value) implements Value {
        public Real {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a number is finite");
            }
        }
    }

    /// Of BOOLEAN fields.
    record Bool(boolean value) implements Value {}

    /// Of INSTANT fields.
    record Moment(Instant instant) implements Value {}

    /// Of SET_OF_TEXT fields.
    record Texts(Set<String> members) implements Value {
        public Texts {
            members = Set.copyOf(members);
        }
    }
}
