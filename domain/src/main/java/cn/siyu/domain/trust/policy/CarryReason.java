package cn.siyu.domain.trust.policy;

/// Why social trust starts in a new relationship from a share of the old one.
public enum CarryReason {
    /// Inheritance on the job (在职继承).
    INHERITED_ON_JOB,
    /// Inheritance after somebody left (离职继承).
    INHERITED_AFTER_LEAVING,
    /// Graduation from WeCom to a personal account (迁移).
    GRADUATED,
    /// Win-back through another account (召回).
    WON_BACK
}
