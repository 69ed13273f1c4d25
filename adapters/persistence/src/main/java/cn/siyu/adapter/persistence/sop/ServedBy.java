package cn.siyu.adapter.persistence.sop;

import cn.siyu.adapter.persistence.Numbers;
import cn.siyu.application.sop.port.Part;
import cn.siyu.domain.brand.DepartmentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The condition that a part of the brand serves a customer: one of its accounts has a live relationship.
final class ServedBy {
    private ServedBy() {}

    /// The condition, beginning with AND.
    ///
    /// @param row the alias of a row that has a brand
    /// @param customer the column with the customer's number
    /// @param parameters gets the parameter of the condition
    static String part(Part part, String row, String customer, List<@Nullable Object> parameters) {
        String holder = switch (part) {
            case Part.OfStaff(var staff) -> {
                parameters.add(staff.value());
                yield "a.staff = ?";
            }
            case Part.OfDepartments(var departments) -> {
                parameters.add(Numbers.of(departments, DepartmentId::value));
                yield "a.department = ANY(?)";
            }
        };
        return """
                 AND EXISTS (SELECT 1 FROM relationship r
                   JOIN channel_account a ON a.brand = r.brand AND a.id = r.account
                   WHERE r.brand = %s.brand AND r.customer = %s AND r.ended_at IS NULL AND %s)
                """.formatted(row, customer, holder);
    }
}
