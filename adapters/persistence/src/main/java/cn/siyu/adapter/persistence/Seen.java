package cn.siyu.adapter.persistence;

import cn.siyu.application.brand.Sight;
import cn.siyu.domain.brand.DepartmentId;
import java.util.List;

/// What a sight (数据范围) sees, as conditions of a query: the only place where SQL knows the rule
/// that [Sight] states. Each condition begins with AND and takes [#parameters] once; where
/// everything is seen it is empty and takes none.
///
/// @param holder on a row that has a staff member and a department; empty if everything is seen
/// @param parameters of one condition
public record Seen(String holder, List<Object> parameters) {
    public Seen {
        parameters = List.copyOf(parameters);
    }

    public static Seen by(Sight sight) {
        return switch (sight) {
            case Sight.Everything() -> new Seen("", List.of());
            case Sight.InDepartments(var departments) -> {
                Object numbers = Numbers.of(departments, DepartmentId::value);
                yield new Seen("department = ANY(?)", List.of(numbers));
            }
            case Sight.OfOnePerson(var staff, var _) -> new Seen("staff = ?", List.of(staff.value()));
        };
    }

    public boolean everything() {
        return holder.isEmpty();
    }

    /// An account is seen.
    ///
    /// @param account the alias of its row
    public String account(String account) {
        return everything() ? "" : " AND " + account + "." + holder;
    }

    /// Which accounts serve which customers: those of live relationships, and those that claimed
    /// one of the pool (公海). Each part reads one table, or PostgreSQL would read all of both
    /// before it joins.
    private static final String SERVES = """
            (SELECT brand, customer, account FROM relationship WHERE ended_at IS NULL
             UNION ALL SELECT brand, customer, account FROM pool_claim WHERE ended_at IS NULL)""";

    /// A customer is seen: the person has a live relationship with an account that is, or is
    /// claimed by one.
    ///
    /// @param brand the column of the brand
    /// @param customer the column of the customer, whichever of the person's it is
    public String customer(String brand, String customer) {
        return related(brand, customer, SERVES);
    }

    /// A fact is about no customer, or about one who is seen.
    public String anyCustomer(String brand, String customer) {
        return everything() ? "" : " AND (" + customer + " IS NULL OR (true" + customer(brand, customer) + "))";
    }

    /// A customer has, or ever had, a relationship with an account that is seen. For counts only,
    /// which name nobody.
    public String everCustomer(String brand, String customer) {
        return related(brand, customer, "relationship");
    }

    /// Whoever served a customer last is seen: for those whom nobody serves.
    public String formerCustomer(String brand, String customer) {
        return related(brand, customer, """
                (SELECT l.* FROM relationship l WHERE NOT EXISTS (SELECT 1 FROM customer l_c
                   JOIN customer l_b ON l_b.brand = l_c.brand AND l_b.person = l_c.person
                   JOIN relationship later ON later.brand = l_b.brand AND later.customer = l_b.id
                   WHERE l_c.brand = l.brand AND l_c.id = l.customer
                     AND (later.ended_at IS NULL OR later.ended_at > l.ended_at)))""");
    }

    private String related(String brand, String customer, String relations) {
        return everything() ? "" : """
                 AND EXISTS (SELECT 1 FROM customer seen_c
                   JOIN customer seen_b ON seen_b.brand = seen_c.brand AND seen_b.person = seen_c.person
                   JOIN %s seen_r ON seen_r.brand = seen_b.brand AND seen_r.customer = seen_b.id
                   JOIN channel_account seen_a ON seen_a.brand = seen_r.brand AND seen_a.id = seen_r.account
                   WHERE seen_c.brand = %s AND seen_c.id = %s AND seen_a.%s)
                """.formatted(relations, brand, customer, holder);
    }

    /// A fact went over no account, or over one that is seen.
    ///
    /// @param account the column of the account
    public String over(String brand, String account) {
        return everything() ? "" : """
                 AND (%2$s IS NULL OR EXISTS (SELECT 1 FROM channel_account seen_a
                   WHERE seen_a.brand = %1$s AND seen_a.id = %2$s AND seen_a.%3$s))
                """.formatted(brand, account, holder);
    }

    /// A fact is about no relationship, or about one with an account that is seen.
    ///
    /// @param relationship the column of the relationship
    public String within(String brand, String relationship) {
        return everything() ? "" : """
                 AND (%2$s IS NULL OR EXISTS (SELECT 1 FROM relationship seen_r
                   JOIN channel_account seen_a ON seen_a.brand = seen_r.brand AND seen_a.id = seen_r.account
                   WHERE seen_r.brand = %1$s AND seen_r.id = %2$s AND seen_a.%3$s))
                """.formatted(brand, relationship, holder);
    }

    /// Something is the work of a person who is seen.
    ///
    /// @param staff the column of the person
    public String workOf(String brand, String staff) {
        return everything()
                ? ""
                : holder.startsWith("staff")
                        ? " AND " + staff + " = ?"
                        : " AND EXISTS (SELECT 1 FROM staff seen_s WHERE seen_s.brand = " + brand + " AND seen_s.id = "
                                + staff + " AND seen_s." + holder + ")";
    }
}
