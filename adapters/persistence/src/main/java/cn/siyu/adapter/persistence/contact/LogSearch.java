package cn.siyu.adapter.persistence.contact;

import cn.siyu.adapter.persistence.Numbers;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.contact.port.ContactLog.Sight;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.id.PublicId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A search that grows: each condition brings its parameters.
final class LogSearch {
    /// A send that went over no account is in sight if its customer has, or had, a relationship with an account `la`
    /// that is.
    private static final String RELATED = """
            s.account IS NULL AND EXISTS (SELECT 1 FROM relationship lr
              JOIN channel_account la ON la.brand = lr.brand AND la.id = lr.account
              WHERE lr.brand = s.brand AND lr.customer = s.customer AND la.""";

    private final BrandId brand;
    private final StringBuilder where = new StringBuilder();
    private final List<@Nullable Object> parameters = new ArrayList<>();

    LogSearch(BrandId brand) {
        this.brand = brand;
        parameters.add(brand);
    }

    /// The conditions, behind that on the brand.
    String where() {
        return where.toString();
    }

    /// @param value null: no condition
    LogSearch and(String condition, @Nullable Object value) {
        if (value != null) {
            where.append(" AND ").append(condition);
            parameters.add(value);
        }
        return this;
    }

    /// One of some words; none: no condition.
    LogSearch in(String column, Set<? extends Enum<?>> words) {
        return words.isEmpty() ? this : and(column + " IN (" + Sql.marks(words.size()) + ")", List.copyOf(words));
    }

    /// The row that a public id stands for; null: no condition.
    LogSearch is(String column, String table, @Nullable PublicId id) {
        return id == null
                ? this
                : and(
                        column + " = (SELECT id FROM " + table + " WHERE brand = ? AND public_id = ?)",
                        List.of(brand, id));
    }

    /// Sends in sight.
    LogSearch sends(Sight sight) {
        return switch (sight) {
            case Sight.Everything _ -> this;
            case Sight.Departments(var departments) -> related("department = ANY(?)", numbers(departments));
            case Sight.Staff(var staff) -> related("staff = ?", staff.value());
        };
    }

    private LogSearch related(String held, Object value) {
        return and("(a." + held + " OR (" + RELATED + held + ")))", List.of(value, value));
    }

    /// Batches in sight.
    LogSearch batches(Sight sight) {
        return switch (sight) {
            case Sight.Everything _ -> this;
            case Sight.Departments(var departments) -> and("a.department = ANY(?)", numbers(departments));
            case Sight.Staff(var staff) -> and("a.staff = ?", staff.value());
        };
    }

    private static Long[] numbers(List<DepartmentId> departments) {
        return Numbers.of(departments, DepartmentId::value);
    }

    /// All parameters, with the number of rows at the end.
    @Nullable
    Object[] upTo(int atMost) {
        parameters.add(atMost);
        return parameters.toArray();
    }
}
