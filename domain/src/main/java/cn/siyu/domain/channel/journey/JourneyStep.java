package cn.siyu.domain.channel.journey;

/// A step on the way to a purchase and behind it (决策旅程), in order.
public enum JourneyStep {
    /// The customer notices a need (需求唤起).
    NEED,
    /// The customer gathers information (信息收集).
    INFORMATION,
    /// The customer weighs alternatives (方案比较); what WeChat is weak at.
    COMPARISON,
    /// The customer decides and pays (购买).
    PURCHASE,
    /// What happens after the purchase: use, service, referral (购后).
    AFTER
}
