package cn.siyu.domain.customer.identity;

/// What a person decided about two identities (人工裁定). It comes before everything that was
/// observed.
public record IdentityDecision(IdentityPair pair, Verdict verdict) {
    /// What was decided.
    public enum Verdict {
        /// They are one person's (必须合并).
        MUST_LINK,
        /// They are two people's (不得合并).
        CANNOT_LINK
    }
}
