package cn.siyu.adapter.http.query;

/// How a filter compares, written behind a dot: `addedAt.gte=2026-01-01T00:00:00Z`. Without one,
/// the value must be one of those given, separated by commas.
public enum Operator {
    IN(""),
    GTE(".gte"),
    GT(".gt"),
    LTE(".lte"),
    LT(".lt");

    private final String suffix;

    Operator(String suffix) {
        this.suffix = suffix;
    }

    /// What stands behind the name.
    public String suffix() {
        return suffix;
    }
}
