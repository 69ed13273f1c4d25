package cn.siyu.adapter.http.contact;

/// What would change a reason (解除办法).
public enum SendRemedy {
    TIME,
    NEW_RELATIONSHIP,
    LIFTED_BAN,
    CONSENT,
    OPT_IN,
    CUSTOMER_ACTS,
    TRUST,
    NEW_PLAN,
    CHANNEL,
    ACCOUNT,
    MATERIAL,
    RESUMPTION,
    NONE
}
