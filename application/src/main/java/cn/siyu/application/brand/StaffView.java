package cn.siyu.application.brand;

import cn.siyu.domain.brand.StaffMember;
import cn.siyu.domain.id.PublicId;

/// A staff member as clients see them.
///
/// @param department the public id of where they work
public record StaffView(StaffMember member, PublicId department) {}
