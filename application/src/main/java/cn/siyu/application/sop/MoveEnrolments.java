package cn.siyu.application.sop;

import cn.siyu.application.sop.port.Enrolments;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.sop.Enrolment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Lets running enrolments go on over another relationship (入组转移), since somebody else serves
/// the customer now. Those that are about no relationship in particular need nothing: each step
/// looks for the best one by itself.
public final class MoveEnrolments {
    private final Enrolments enrolments;

    public MoveEnrolments(Enrolments enrolments) {
        this.enrolments = enrolments;
    }

    /// Inside the caller's transaction.
    ///
    /// @param targets the new relationship by the old one
    /// @return how many enrolments go on over another relationship
    public int move(BrandId brand, Collection<CustomerId> customers, Map<RelationshipId, RelationshipId> targets) {
        List<Enrolment> moved = new ArrayList<>();
        for (Enrolment enrolment : enrolments.running(brand, customers)) {
            var old = enrolment.relationship();
            var target = old == null ? null : targets.get(old);
            if (target != null) {
                moved.add(enrolment.over(target));
            }
        }
        if (!moved.isEmpty()) {
            enrolments.replace(brand, moved);
        }
        return moved.size();
    }
}
