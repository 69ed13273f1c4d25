package cn.siyu.application.sop;

import cn.siyu.application.contact.CancelSends;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.sop.Enrolment;
import cn.siyu.domain.sop.Enrolment.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Takes back what enrolments that ended early still wanted to send, and says why they ended.
/// Inside the caller's transaction.
public final class CancelOpenSends implements EnrolmentWitness {
    private final CancelSends cancel;

    public CancelOpenSends(CancelSends cancel) {
        this.cancel = cancel;
    }

    @Override
    public void ended(BrandId brand, List<Enrolment> enrolments, Instant now) {
        Map<Enrolment.ExitReason, List<CancelSends.Ended>> byReason = new TreeMap<>();
        for (Enrolment enrolment : enrolments) {
            if (enrolment.progress() instanceof Progress.Exited exited) {
                byReason.computeIfAbsent(exited.reason(), _ -> new ArrayList<>())
                        .add(new CancelSends.Ended(enrolment.id().value(), enrolment.customer()));
            }
        }
        byReason.forEach((reason, ended) -> cancel.ofEnrolments(brand, ended, reason.name(), now));
    }
}
