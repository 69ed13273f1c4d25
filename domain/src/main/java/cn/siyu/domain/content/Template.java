package cn.siyu.domain.content;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A text with variables, read and checked (话术模板). [TemplateReader] makes one out of what
/// people write.
public record Template(List<Segment> segments) {
    private static final Pattern BRACES = Pattern.compile("\\{{2,}|}{2,}");

    public Template {
        segments = List.copyOf(segments);
    }

    /// A piece of a template.
    public sealed interface Segment {
        /// Text as it stands.
        record Words(String text) implements Segment {}

        /// A variable.
        ///
        /// @param fallback what stands there when the value isn't known; null if the text can't go
        ///     out without it
        record Slot(Variable variable, @Nullable String fallback) implements Segment {}
    }

    /// As it is written; reading it again gives this template.
    public String source() {
        return segments.stream().map(Template::source).collect(Collectors.joining());
    }

    private static String source(Segment segment) {
        return switch (segment) {
            case Segment.Words(var text) ->
                BRACES.matcher(text).replaceAll(run -> Matcher.quoteReplacement(escaped(run.group())));
            case Segment.Slot(var variable, var fallback) ->
                "{{" + variable.path() + (fallback == null ? "" : "|" + fallback) + "}}";
        };
    }

    // pair by pair from the right, so that a single brace doesn't join a variable that follows
    private static String escaped(String run) {
        String pair = run.substring(0, 2);
        return run.substring(0, run.length() % 2) + ("\\" + pair).repeat(run.length() / 2);
    }

    /// The variables it holds.
    public Set<Variable> variables() {
        Set<Variable> all = EnumSet.noneOf(Variable.class);
        segments.forEach(s -> {
            if (s instanceof Segment.Slot slot) {
                all.add(slot.variable());
            }
        });
        return Collections.unmodifiableSet(all);
    }

    /// The variables it can't be rendered without, since they have no fallback.
    public Set<Variable> needed() {
        Set<Variable> needed = EnumSet.noneOf(Variable.class);
        segments.forEach(s -> {
            if (s instanceof Segment.Slot slot && slot.fallback() == null) {
                needed.add(slot.variable());
            }
        });
        return Collections.unmodifiableSet(needed);
    }

    /// On what the rendered text depends: texts that don't depend on the customer can be sent in
    /// one batch.
    public Variable.Scope scope() {
        return variables().stream().map(Variable::scope).max(Enum::compareTo).orElse(Variable.Scope.BRAND);
    }
}
