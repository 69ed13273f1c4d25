package cn.siyu.domain.channel.policy;

/// What a policy is about.
public enum PolicyKind {
    /// What a channel's platform allows (平台规则); one line of editions per channel.
    PLATFORM,
    /// Whether and when a customer may be contacted (触达管控).
    CONTACT,
    /// How new customers are spread over accounts (分流).
    ALLOCATION,
    /// When a customer is in which stage, and when dormant (生命周期).
    LIFECYCLE,
    /// What evidence is worth and how fast it fades (信任).
    TRUST,
    /// Which channel fits a business (渠道适配).
    CHANNEL_FIT,
    /// Who is led to another account, and how it is judged (迁移与挽回).
    GRADUATION,
    /// How accounts that people work by hand are kept safe (账号养护); one line of editions per
    /// channel.
    ACCOUNT_CARE,
    /// How many identities of a type a person can have, and which values are nobody's (身份合并).
    IDENTITY,
    /// Which touchpoints there are, what customers do there, and which step of a purchase each
    /// serves (触点与决策旅程).
    JOURNEY,
    /// Which customers nobody serves, and who may claim them (公海).
    CUSTOMER_POOL
}
