package cn.siyu.application.sop;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.sop.port.SopChanges;
import cn.siyu.application.sop.port.Sops;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.SopChange;
import java.util.List;
import java.util.Optional;

/// Reads who changed the state of an SOP (状态变更记录).
public final class ReadSopChanges {
    private final Sops sops;
    private final SopChanges changes;

    public ReadSopChanges(Sops sops, SopChanges changes) {
        this.sops = sops;
        this.changes = changes;
    }

    /// Changes of an SOP with a number below `before`, newest first; empty if there is no such SOP.
    public Optional<List<SopChange>> of(Caller caller, PublicId sop, long before, int atMost) {
        return sops.byPublicId(caller.brand(), sop)
                .map(found -> changes.page(caller.brand(), found.id(), before, atMost));
    }
}
