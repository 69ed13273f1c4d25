package cn.siyu.adapter.http.continuity;

/// What changes hands.
public enum TransferKind {
    CUSTOMER,
    GROUP
}
