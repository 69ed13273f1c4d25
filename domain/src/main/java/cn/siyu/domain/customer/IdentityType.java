package cn.siyu.domain.customer;

/// A kind of identity, with the scope inside which its values are unique. Types added later follow the same form.
public enum IdentityType {
    /// The id WeCom gives a customer for one corp (外部联系人 external_userid); scope: the corp id.
    EXTERNAL_USERID,
    /// The id of a person over all apps of one open-platform account; scope: that account, or empty.
    UNIONID,
    /// A phone number in E.164 form; no scope.
    PHONE,
    /// The brand's own member number or CRM id; scope: the source system.
    MEMBER_ID
}
