package cn.siyu.adapter.http.json;

import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.ProblemCode;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One property of a request, being read. Every chain ends in [#get] (must be there), [#orNull] or
/// [#or].
///
/// A mistake is noted, not thrown: the chain then yields a stand-in (an empty text, the lower bound
/// of a number), so that the properties after it are read too; the body is refused at the end.
///
/// @param <T> what the property is read into
public final class Field<T> {
    private final Mistakes mistakes;
    private final String pointer;
    private final boolean absent;
    private final @Nullable Runnable whenRequired;
    private final @Nullable T value;
    private final @Nullable T standIn;

    private Field(
            Mistakes mistakes,
            String pointer,
            boolean absent,
            @Nullable Runnable whenRequired,
            @Nullable T value,
            @Nullable T standIn) {
        this.mistakes = mistakes;
        this.pointer = pointer;
        this.absent = absent;
        this.whenRequired = whenRequired;
        this.value = value;
        this.standIn = standIn;
    }

    static <T> Field<T> absent(Mistakes mistakes, String pointer, @Nullable T standIn) {
        return new Field<>(mistakes, pointer, true, null, null, standIn);
    }

    /// A property of an object that is only described.
    static <T> Field<T> described(Mistakes mistakes, Runnable whenRequired, @Nullable T standIn) {
        return new Field<>(mistakes, "", true, whenRequired, null, standIn);
    }

    /// A property that is there; a null value says that a mistake was noted already.
    static <T> Field<T> of(Mistakes mistakes, String pointer, @Nullable T value, @Nullable T standIn) {
        return new Field<>(mistakes, pointer, false, null, value, standIn);
    }

    /// The value; absent or null is a mistake.
    public T get() {
        if (whenRequired != null) {
            whenRequired.run();
        } else if (absent) {
            mistakes.add(
                    pointer,
                    ProblemCode.MISSING,
                    Text.of("%s is missing.", "缺少 %s。", pointer.substring(pointer.lastIndexOf('/') + 1)));
        }
        return value == null ? standIn() : value;
    }

    /// The value, or null if it is absent.
    public @Nullable T orNull() {
        return value;
    }

    /// The value, or another if it is absent.
    public T or(T otherwise) {
        return value == null ? otherwise : value;
    }

    /// Keeps the value only if a rule allows it.
    public Field<T> where(Predicate<? super T> rule, ProblemCode code, Text complaint) {
        if (value == null || rule.test(value)) {
            return this;
        }
        mistakes.add(pointer, code, complaint);
        return new Field<>(mistakes, pointer, false, null, null, standIn);
    }

    /// Turns the value into something else; empty is a mistake of the given kind. After a mistake
    /// [#get] yields null here, which nobody sees, because the body is refused.
    public <R> Field<R> as(Function<? super T, Optional<R>> parse, ProblemCode code, Text complaint) {
        if (value == null) {
            return new Field<>(mistakes, pointer, absent, whenRequired, null, null);
        }
        Optional<R> parsed = parse.apply(value);
        if (parsed.isEmpty()) {
            mistakes.add(pointer, code, complaint);
        }
        return new Field<>(mistakes, pointer, false, null, parsed.orElse(null), null);
    }

    @SuppressWarnings("NullAway") // a stand-in may be null: the record that gets it is thrown away with the request
    private T standIn() {
        return standIn;
    }
}
