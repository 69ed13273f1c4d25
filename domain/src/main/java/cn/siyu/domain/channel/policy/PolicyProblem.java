package cn.siyu.domain.channel.policy;

/// One thing that is wrong with a policy.
///
/// @param pointer where, as a JSON Pointer into the policy's values: `/gap/first`
/// @param code what kind of mistake
/// @param detail what is wrong and what would be right
public record PolicyProblem(String pointer, Code code, String detail) {
    /// The kinds of mistake.
    public enum Code {
        MISSING,
        UNKNOWN_KEY,
        WRONG_TYPE,
        OUT_OF_RANGE,
        /// Single values are fine, together they are not.
        CONTRADICTION,
        /// A brand may be stricter than a platform, never laxer.
        LAXER_THAN_PLATFORM
    }

    @Override
    public String toString() {
        return pointer + ": " + detail;
    }
}
