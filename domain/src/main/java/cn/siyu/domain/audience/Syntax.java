package cn.siyu.domain.audience;

import java.util.List;

/// What was written, before fields and types are known; both the text and the JSON form end here.
sealed interface Syntax {
    Place place();

    record All(List<Syntax> of, Place place) implements Syntax {}

    record Any(List<Syntax> of, Place place) implements Syntax {}

    record Opposite(Syntax of, Place place) implements Syntax {}

    /// A field by itself.
    record Bare(Name field, Place place) implements Syntax {}

    record Test(Name field, Operator operator, List<Given> values, Place place) implements Syntax {}

    /// A name and where it stands.
    record Name(String text, Place place) {}

    /// A value as it was given.
    record Given(Kind kind, String text, Place place) {}

    enum Kind {
        QUOTED,
        WORD,
        NUMBER,
        TIME
    }
}
