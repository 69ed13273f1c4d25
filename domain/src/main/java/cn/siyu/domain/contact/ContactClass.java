package cn.siyu.domain.contact;

/// Why a customer is contacted (触达类别).
public enum ContactClass {
    /// A welcome, an answer, something the customer asked for. Bound by loss, blacklist, opt-out
    /// and the platform's quotas only; never held out.
    SERVICE,
    /// Everything else. Bound by everything.
    MARKETING
}
