package cn.siyu.domain.customer;

/// A kind of identity, with the scope inside which its values are unique. Types added later follow the same form. They
/// stand in order of strength: where identities disagree, the first decides.
public enum IdentityType {
    /// The id WeCom gives a customer for one corp (外部联系人 external_userid); scope: the corp id.
    EXTERNAL_USERID(1),
    /// The id of a person over all apps of one open-platform account; scope: that account, or empty.
    UNIONID(1),
    /// A phone number in E.164 form; no scope.
    PHONE(3),
    /// The brand's own member number or CRM id; scope: the source system.
    MEMBER_ID(1);

    private final int most;

    IdentityType(int most) {
        this.most = most;
    }

    /// How many of them one customer can have in one scope.
    public int most() {
        return most;
    }
}
