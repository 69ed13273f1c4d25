package cn.siyu.domain.insight;

/// How an order's money is put down to the contacts before it (归因方式).
public enum AttributionMethod {
    /// All of it to the last one (末次触点).
    LAST_TOUCH,
    /// To all of them alike (平均分摊).
    EQUAL_SHARES
}
