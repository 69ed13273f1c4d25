package cn.siyu.application.brand.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.Department;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The departments and stores (部门、门店) of a brand.
public interface Departments {
    /// Lets nobody else add or move departments of the brand before the end of the transaction: two
    /// moves at once could put each under the other.
    void lockTree(BrandId brand);

    /// Adds one.
    ///
    /// @throws AlreadyExists if its external id is taken in the brand
    void add(BrandId brand, Department department);

    /// The one with a number, or empty.
    Optional<Department> find(BrandId brand, DepartmentId id);

    /// Those of the given departments that exist, by number.
    List<Department> findAll(BrandId brand, Set<DepartmentId> ids);

    /// The one with a public id, or empty.
    Optional<Department> byPublicId(BrandId brand, PublicId id);

    /// The one with an external id, or empty.
    Optional<Department> byExternalId(BrandId brand, String externalId);

    /// Departments with a number above `after`, by number.
    List<Department> page(BrandId brand, long after, int atMost);

    /// The numbers of a department and of all below it.
    List<DepartmentId> subtree(BrandId brand, DepartmentId root);

    /// Replaces one; its `version` is one more than the stored one.
    ///
    /// @throws StaleAggregate if somebody else changed it in between
    /// @throws AlreadyExists if its external id is taken in the brand
    void replace(BrandId brand, Department department);

    /// Puts a subtree under another parent: every path that begins with the old one begins with the
    /// new one.
    void movePaths(BrandId brand, String oldPath, String newPath);
}
