package cn.siyu.domain.channel.journey;

/// What a kind of interaction says about a customer's interest.
public enum Signal {
    /// Interest in the brand (品牌兴趣).
    INTEREST,
    /// Interest in a certain product (产品偏好).
    PREFERENCE,
    /// The customer wants less of it, such as a complaint; no interest at all.
    DISLIKE
}
