package cn.siyu.adapter.http.problem;

import cn.siyu.adapter.http.language.Text;

/// One mistake of a request: what is wrong, in words that say how to mend it, and exactly where.
///
/// @param code what kind of mistake
/// @param detail what to change
/// @param place where it is
public record Mistake(ProblemCode code, Text detail, Place place) {

    /// Where in a request a mistake is.
    public sealed interface Place {
        /// In the body, at a JSON Pointer of RFC 6901 such as `/steps/3/delay`; empty for the whole
        /// body.
        record Pointer(String value) implements Place {}

        /// In a path or query parameter of this name.
        record Parameter(String name) implements Place {}

        /// In a header of this name.
        record Header(String name) implements Place {}
    }

    /// A mistake in the body.
    public static Mistake at(String pointer, ProblemCode code, Text detail) {
        return new Mistake(code, detail, new Place.Pointer(pointer));
    }

    /// A mistake in a parameter.
    public static Mistake inParameter(String name, ProblemCode code, Text detail) {
        return new Mistake(code, detail, new Place.Parameter(name));
    }

    /// A mistake in a header.
    public static Mistake inHeader(String name, ProblemCode code, Text detail) {
        return new Mistake(code, detail, new Place.Header(name));
    }
}
