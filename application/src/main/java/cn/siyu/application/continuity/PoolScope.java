package cn.siyu.application.continuity;

import cn.siyu.application.brand.Sight;
import cn.siyu.application.continuity.port.CustomerPool;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.continuity.pool.PoolEntry;
import cn.siyu.domain.continuity.pool.PoolPolicy;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who sees what is in the pool: a customer that nobody serves is in nobody's data scope
/// (数据范围), so the policy says whether all departments are offered it or only the one that
/// served it last. Who is claimed, or served again, is seen by those who serve it.
final class PoolScope {
    private PoolScope() {}

    static CustomerPool.Reader of(Sight sight, PoolPolicy policy) {
        return new CustomerPool.Reader(sight, departments(sight, policy));
    }

    /// Whose former customers are offered; null: everybody's.
    private static @Nullable Set<DepartmentId> departments(Sight sight, PoolPolicy policy) {
        if (policy.claim().openTo() == PoolPolicy.OpenTo.BRAND) {
            return null;
        }
        return switch (sight) {
            case Sight.Everything() -> null;
            case Sight.InDepartments(var departments) -> departments;
            case Sight.OfOnePerson(var _, var department) -> Set.of(department);
        };
    }

    /// Whether an entry is offered, or was until somebody claimed it.
    static boolean offers(Sight sight, PoolPolicy policy, PoolEntry entry) {
        var departments = departments(sight, policy);
        return departments == null || departments.contains(entry.formerDepartment());
    }
}
