package cn.siyu.application.contact;

import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.contact.port.Responses;
import cn.siyu.domain.brand.BrandId;
import java.time.Instant;
import java.util.Optional;

/// Closes response windows (响应窗口) that are over in silence: ignored, if an answer would have
/// been seen; otherwise unobserved, which changes nothing.
public final class CloseResponseWindows {
    private static final int AT_ONCE = 500;

    private final Responses responses;
    private final SettleResponses settle;
    private final UnitOfWork work;

    public CloseResponseWindows(Responses responses, SettleResponses settle, UnitOfWork work) {
        this.responses = responses;
        this.settle = settle;
        this.work = work;
    }

    /// Closes the windows of some customers, those first that were over first.
    ///
    /// @return of how many customers
    public int runDue(BrandId brand, Instant now, int atMost) {
        return work.inTransaction(() -> {
            var due = responses.dueCustomers(brand, now, Math.min(atMost, AT_ONCE));
            if (!due.isEmpty()) {
                settle.settle(brand, due, now);
            }
            return due.size();
        });
    }

    /// When the next window is over.
    public Optional<Instant> nextDueAt(BrandId brand) {
        return responses.nextDueAt(brand);
    }
}
