package cn.siyu.domain.graduation;

/// What is asked of a customer before anybody is led anywhere (适配条件).
public enum FitCriterion {
    /// Has bought enough lately, in minor units.
    VALUE,
    /// Social trust in the most trusted relationship, 0 to 1; or else [#REPLIES].
    SOCIAL_TRUST,
    /// Replies lately; or else [#SOCIAL_TRUST].
    REPLIES,
    /// Is known well enough, 0 to 1.
    CONFIDENCE,
    /// Complaints that still count.
    COMPLAINTS,
    /// Wants to be written to: 1 yes, 0 no.
    WILLING,
    /// Is not on the blacklist: 1 so, 0 not.
    NOT_BLACKLISTED,
    /// Is not a contact of a personal account yet: 1 so, 0 not.
    NOT_THERE_YET,
    /// Places at operators.
    ROOM,
    /// Days since the last relationship ended.
    LOST_DAYS,
    /// How often the customer deleted an account of the brand.
    DELETIONS
}
