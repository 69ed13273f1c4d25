package cn.siyu.application.brand.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.brand.StaffMember;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The staff members (成员) of a brand.
public interface StaffMembers {
    /// Adds one.
    ///
    /// @throws AlreadyExists if the external id is taken in the brand
    void add(BrandId brand, StaffMember member);

    /// The one with a number, or empty.
    Optional<StaffMember> find(BrandId brand, StaffId id);

    /// Those of the given staff members that exist, by number.
    List<StaffMember> findAll(BrandId brand, Set<StaffId> ids);

    /// The one with a public id, or empty.
    Optional<StaffMember> byPublicId(BrandId brand, PublicId id);

    /// The one with an external id, or empty.
    Optional<StaffMember> byExternalId(BrandId brand, String externalId);

    /// Staff members with a number above `after`, by number.
    List<StaffMember> page(BrandId brand, long after, int atMost);

    /// Replaces one; its `version` is one more than the stored one.
    ///
    /// @throws StaleAggregate if somebody else changed it in between
    /// @throws AlreadyExists if the external id is taken in the brand
    void replace(BrandId brand, StaffMember member);
}
