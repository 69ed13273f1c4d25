package cn.siyu.application.brand;

import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.brand.StaffMember;
import java.util.Set;

/// What of a brand a caller sees (数据范围): the [DataScope] of its key, looked up. One rule holds
/// everywhere:
/// - a department, a person or an account is seen if it belongs to the departments, or to the
///   person;
/// - a customer is seen while it has a live relationship (存续关系) with an account that is seen,
///   or such an account has claimed it from the pool (公海);
/// - a fact about a customer (a relationship, ended or not, a message, an interaction, a task, an
///   enrolment) is seen if its customer is, and, when it went over an account or is somebody's
///   work, that account or person too;
/// - a task that is to make somebody a contact (a friend request, an invitation) is seen by whose
///   work it is alone, and a customer whom a program leads to an account is seen in its list with
///   that account: they are not served there yet;
/// - what belongs to a customer and to no account (profile, identities, tags, wishes, stage, brand
///   trust, orders) is seen with the customer;
/// - reports count what the accounts that are seen ever did: counts name nobody.
public sealed interface Sight {
    /// The whole brand.
    record Everything() implements Sight {}

    /// What belongs to one of these departments; none: nothing.
    record InDepartments(Set<DepartmentId> departments) implements Sight {
        public InDepartments {
            departments = Set.copyOf(departments);
        }
    }

    /// What one person serves.
    ///
    /// @param department where the person works
    record OfOnePerson(StaffId staff, DepartmentId department) implements Sight {}

    /// Whether a department is seen.
    default boolean department(DepartmentId id) {
        return switch (this) {
            case Everything() -> true;
            case InDepartments(var departments) -> departments.contains(id);
            case OfOnePerson(var staff, var department) -> department.equals(id);
        };
    }

    /// Whether a person is seen.
    default boolean member(StaffMember member) {
        return held(member.id(), member.department());
    }

    /// Whether something is seen that a person holds for a department: an account, its customers,
    /// its tasks.
    default boolean held(StaffId holder, DepartmentId of) {
        return switch (this) {
            case Everything() -> true;
            case InDepartments(var departments) -> departments.contains(of);
            case OfOnePerson(var staff, var department) -> staff.equals(holder);
        };
    }

    /// Whether everything is seen.
    default boolean everything() {
        return this instanceof Everything;
    }
}
