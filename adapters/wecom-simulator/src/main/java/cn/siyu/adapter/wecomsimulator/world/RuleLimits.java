package cn.siyu.adapter.wecomsimulator.world;

/// Limits of intercept rules (敏感词) and product albums (商品图册).
///
/// @param rules per corp (41069)
/// @param words per rule
/// @param nodes members, or departments, named in one call
/// @param users members that one rule may name (41076)
/// @param price highest price of a product, in 分
/// @param products per corp (41202); the platform names no number
/// @param pictures per product
public record RuleLimits(int rules, int words, int nodes, int users, long price, int products, int pictures) {}
