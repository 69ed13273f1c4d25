package cn.siyu.application.sop;

import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.sop.port.SopChanges;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.sop.Sop;
import cn.siyu.domain.sop.SopChange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Writes down who changed the state of an SOP (状态变更记录), in the transaction that changes it.
public final class SopJournal {
    private final SopChanges changes;
    private final IdSource ids;

    public SopJournal(SopChanges changes, IdSource ids) {
        this.changes = changes;
        this.ids = ids;
    }

    /// @param version the number of the version it is about; null if it is about the SOP as a whole
    void note(
            BrandId brand,
            SopChange.Kind kind,
            Sop before,
            Sop after,
            @Nullable Integer version,
            SopChange.By by,
            Instant at) {
        long id = ids.next();
        changes.add(
                brand,
                new SopChange(
                        id, ids.publicId(id, at), after.id(), kind, before.state(), after.state(), version, by, at));
    }
}
