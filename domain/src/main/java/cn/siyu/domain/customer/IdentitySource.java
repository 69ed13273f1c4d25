package cn.siyu.domain.customer;

/// Who says that an identity belongs to a person, strongest first.
public enum IdentitySource {
    /// The platform itself (WeCom's customer details).
    PLATFORM,
    /// The person logged in somewhere.
    LOGIN,
    /// A staff member or operator.
    STAFF,
    /// A list or feed of the brand.
    IMPORT
}
