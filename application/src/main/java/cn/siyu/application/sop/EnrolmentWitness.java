package cn.siyu.application.sop;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.sop.Enrolment;
import java.time.Instant;
import java.util.List;

/// Is told which enrolments ended before their last step, in the transaction in which they did:
/// what was begun for them and isn't done yet is of no use any more.
@FunctionalInterface
public interface EnrolmentWitness {
    /// These ended early.
    void ended(BrandId brand, List<Enrolment> enrolments, Instant now);

    /// Several witnesses as one, told in their order.
    static EnrolmentWitness of(List<EnrolmentWitness> witnesses) {
        return (brand, enrolments, now) -> witnesses.forEach(witness -> witness.ended(brand, enrolments, now));
    }
}
