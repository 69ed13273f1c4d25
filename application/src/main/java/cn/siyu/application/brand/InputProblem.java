package cn.siyu.application.brand;

/// One thing that is wrong with what a client asks for, so that it can be shown where it is and
/// mended.
///
/// @param pointer where, as a JSON Pointer into the request: `/accounts/2/weight`
/// @param en what is wrong and what to do
/// @param zh the same in Chinese
public record InputProblem(String pointer, Code code, String en, String zh) {
    /// The kinds of mistake; clients see them in lower case with hyphens.
    public enum Code {
        MISSING,
        EMPTY,
        TOO_LONG,
        TOO_MANY,
        TOO_FEW,
        OUT_OF_RANGE,
        NOT_ONE_OF,
        BAD_FORMAT,
        /// Understood, but the rules say no.
        NOT_ALLOWED,
        /// It names something that isn't there, or that the caller doesn't see.
        REFERENCE_UNKNOWN,
        /// A key that must be unique is taken.
        ALREADY_EXISTS
    }
}
