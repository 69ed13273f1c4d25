package cn.siyu.domain.trust.alert;

/// Which sort of alert.
public enum AlertKind {
    /// Trust has fallen by much within the window that ends now.
    FELL,
    /// If nothing happens trust falls under the governor's limit within the window that begins now.
    ABOUT_TO_FALL
}
