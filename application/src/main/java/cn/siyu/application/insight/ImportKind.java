package cn.siyu.application.insight;

/// What an import brings.
public enum ImportKind {
    CUSTOMERS,
    ORDERS,
    INTERACTIONS
}
