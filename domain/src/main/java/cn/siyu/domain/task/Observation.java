package cn.siyu.domain.task;

/// What an operator saw while working a task by hand (人工回报). It comes back as facts: a
/// relationship, interactions, an incident of the account.
public enum Observation {
    /// The customer became a friend of the account (通过好友).
    ACCEPTED,
    /// The customer answered.
    REPLIED,
    /// The customer liked a moment of the account.
    LIKED,
    /// The customer commented on a moment of the account.
    COMMENTED,
    /// The customer wants no more of the account's moments (不感兴趣): said so, or hides them (不看
    /// TA 的朋友圈).
    NOT_INTERESTED,
    /// Nothing came back.
    NO_ANSWER,
    /// The customer has deleted the account (被删除).
    DELETED,
    /// The platform showed a warning (风险提示), or refused an action as too frequent.
    WARNING,
    /// The platform closed the account for good (封号).
    BAN
}
