package cn.siyu.domain.content;

import java.util.Set;

/// What rendering a material for one recipient came to.
public sealed interface Rendering {
    /// It can be sent.
    record Rendered(Message message) implements Rendering {}

    /// These variables have neither a value nor a fallback.
    record ValuesMissing(Set<Variable> variables) implements Rendering {
        public ValuesMissing {
            variables = Set.copyOf(variables);
        }
    }

    /// With these values the text is longer than the channel takes.
    ///
    /// @param bytes how long it is in UTF-8
    /// @param limit how long it may be
    record TooLong(int bytes, int limit) implements Rendering {}

    /// All values and fallbacks are empty, and there is no attachment.
    record NothingToSay() implements Rendering {}
}
