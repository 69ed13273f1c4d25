package cn.siyu.domain.customer.lifecycle;

/// How far a customer has come (生命周期阶段), lowest first. DORMANT and LOST aren't stages, they
/// stand beside them.
public enum Stage {
    /// An identity is known (外部入口).
    ENTRANCE,
    /// A live relationship (品牌认知).
    AWARENESS,
    /// Did anything at a touchpoint (品牌兴趣).
    INTEREST,
    /// Showed interest in a product: coupon, product page, tag rule (产品偏好).
    PREFERENCE,
    /// Active on several days within a few weeks (行为参与).
    ENGAGEMENT,
    /// Paid a first order (转化购买).
    CONVERSION,
    /// Kept what was bought: the return window passed (品牌用户).
    BRAND_USER,
    /// Bought again (产品复购).
    REPURCHASE
}
