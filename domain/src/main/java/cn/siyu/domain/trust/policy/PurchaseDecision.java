package cn.siyu.domain.trust.policy;

/// How hard it is to decide for what the brand sells (决策复杂度). The simpler, the more brand
/// trust weighs.
public enum PurchaseDecision {
    /// Low price, simple decision.
    SIMPLE,
    NORMAL,
    /// High price, complex decision.
    COMPLEX
}
