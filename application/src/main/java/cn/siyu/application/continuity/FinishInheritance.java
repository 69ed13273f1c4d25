package cn.siyu.application.continuity;

import cn.siyu.application.continuity.port.Inheritances;
import cn.siyu.application.continuity.port.TransferBook;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.continuity.Inheritance;
import cn.siyu.domain.continuity.InheritanceId;
import java.time.Instant;

/// Ends an order whose last transfer has ended; inside the caller's transaction, which holds it.
final class FinishInheritance {
    private final Inheritances inheritances;
    private final TransferBook book;

    FinishInheritance(Inheritances inheritances, TransferBook book) {
        this.inheritances = inheritances;
        this.book = book;
    }

    void ifOver(BrandId brand, InheritanceId id, Instant now) {
        var inheritance = inheritances.find(brand, id).orElseThrow();
        boolean mayEnd = inheritance.state() != Inheritance.State.PREPARING && inheritance.finishedAt() == null;
        if (mayEnd && !book.anyOpen(brand, id)) {
            inheritances.replace(brand, inheritance.finished(now));
        }
    }
}
