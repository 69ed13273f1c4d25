package cn.siyu.domain.customer;

/// A kind of identity, with the scope inside which its values are unique; how many of a type a
/// person can have is policy. Types added later follow the same form. They stand in order of
/// strength: where identities disagree about who did something, the first decides.
public enum IdentityType {
    /// The id WeCom gives a customer for one corp (外部联系人 external_userid); scope: the corp id.
    EXTERNAL_USERID,
    /// The id of a person over all apps of one open-platform account; scope: that account, or
    /// empty.
    UNIONID,
    /// The id of a person in one official account or mini program; scope: its app id.
    OPENID,
    /// One friend on one of our personal accounts (个人号好友); scope: that account. No interface
    /// tells its unionid, so only an operator, a phone number or an invitation token joins it to
    /// other identities.
    PERSONAL_CONTACT,
    /// A phone number in E.164 form; no scope.
    PHONE,
    /// The brand's own member number or CRM id; scope: the source system.
    MEMBER_ID,
    /// The name a person chose to be found by on WeChat (微信号); no scope. It can be changed, so a
    /// person may have had several.
    WECHAT_ID
}
