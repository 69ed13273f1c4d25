package cn.siyu.domain.graduation;

import java.util.List;

/// What is recommended for one customer, and why (客户适配).
///
/// @param criteria everything that was asked, in its order
public record FitVerdict(Advice advice, List<Criterion> criteria) {
    public FitVerdict {
        criteria = List.copyOf(criteria);
    }

    /// What to do about a customer.
    public enum Advice {
        /// Stays where it is (维持).
        STAY,
        /// Is led on to a personal account (迁移).
        GRADUATE,
        /// Is lost, and worth winning back through another account (挽回).
        WIN_BACK
    }

    /// One thing that was asked.
    ///
    /// @param is what it is
    /// @param needed what it must be: at least, or for complaints, deletions and days at most
    public record Criterion(FitCriterion of, boolean met, double is, double needed) {}
}
