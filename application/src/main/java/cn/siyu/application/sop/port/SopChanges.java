package cn.siyu.application.sop.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.sop.SopChange;
import cn.siyu.domain.sop.SopId;
import java.util.List;

/// The changes of state of SOPs (状态变更记录): written once, never changed.
public interface SopChanges {
    /// Writes one down.
    void add(BrandId brand, SopChange change);

    /// Those of an SOP with a number below `before`, newest first.
    List<SopChange> page(BrandId brand, SopId sop, long before, int atMost);
}
