package cn.siyu.domain.contact;

/// Whether the customer agreed to be contacted (同意状态).
public enum ConsentState {
    GIVEN,
    /// Never asked, or never answered.
    NOT_RECORDED,
    /// Given once and taken back, or refused.
    WITHDRAWN
}
