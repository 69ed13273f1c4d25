package cn.siyu.adapter.wecomsimulator.world;

/// A strategy for moments (客户朋友圈规则组); they are numbered apart from those for customers.
public record MomentStrategyRow(StrategyRow strategy) implements Row {
    /// The strategy is gone. Its number is not used again.
    public record Gone(int id) implements Row {}

    /// The row for moments of a book's own row.
    static Row of(Row row) {
        return switch (row) {
            case StrategyRow strategy -> new MomentStrategyRow(strategy);
            case StrategyRow.Gone gone -> new Gone(gone.id());
            default -> throw new IllegalArgumentException("not a row of a strategy: " + row);
        };
    }
}
