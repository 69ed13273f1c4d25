package cn.siyu.application.sop;

import cn.siyu.domain.sop.Enrolment;
import cn.siyu.domain.sop.Enrolment.Progress;
import cn.siyu.domain.sop.SopDefinition;
import java.time.Instant;

/// An enrolment whose next step is due.
///
/// @param step its number
/// @param dueAt when it fell due, perhaps a while ago
record DueStep(Enrolment enrolment, SopDefinition definition, int step, Instant dueAt) {
    static DueStep of(Enrolment enrolment, SopDefinition definition) {
        if (enrolment.progress() instanceof Progress.Active(int step, Instant dueAt)) {
            return new DueStep(enrolment, definition, step, dueAt);
        }
        throw new IllegalArgumentException("enrolment " + enrolment.id().value() + " has ended");
    }
}
