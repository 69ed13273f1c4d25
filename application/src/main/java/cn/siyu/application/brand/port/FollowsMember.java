package cn.siyu.application.brand.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import java.time.Instant;

/// What staff members hold, and what therefore goes with them when they change departments
/// (随成员调动).
public interface FollowsMember {
    /// A staff member works in another department from now on. Inside the caller's transaction.
    void moved(BrandId brand, StaffId member, DepartmentId from, DepartmentId to, Instant at);
}
