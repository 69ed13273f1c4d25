package cn.siyu.adapter.persistence.insight;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.insight.Sight;
import cn.siyu.domain.brand.DepartmentId;
import java.util.List;

/// What a sight sees, as a condition on accounts or customers.
///
/// @param onAccount on an account `a`, to be put behind AND; empty if everything is seen
/// @param parameters of the condition
record Seen(String onAccount, List<Object> parameters) {
    static Seen by(Sight sight) {
        return switch (sight) {
            case Sight.All() -> new Seen("", List.of());
            case Sight.In(var departments) -> {
                List<Object> numbers = departments.stream()
                        .map(DepartmentId::value)
                        .sorted()
                        .<Object>map(number -> number)
                        .toList();
                yield departments.isEmpty()
                        ? new Seen("1 = 0", List.of())
                        : new Seen("a.department IN (" + Sql.marks(numbers.size()) + ")", numbers);
            }
            case Sight.With(var staff) -> new Seen("a.staff = ?", List.of(staff.value()));
        };
    }

    /// With AND in front, for a query that joins the account.
    String account() {
        return onAccount.isEmpty() ? "" : " AND " + onAccount;
    }

    /// With AND in front: the customer has a relationship, ended ones too, with an account that is seen.
    ///
    /// @param brand the column of the brand
    /// @param customer the column of the customer
    String customer(String brand, String customer) {
        return onAccount.isEmpty()
                ? ""
                : " AND EXISTS (SELECT 1 FROM relationship r JOIN channel_account a"
                        + " ON a.brand = r.brand AND a.id = r.account WHERE r.brand = " + brand
                        + " AND r.customer = " + customer + " AND " + onAccount + ")";
    }
}
