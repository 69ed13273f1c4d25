package cn.siyu.application.sop;

import cn.siyu.application.brand.Caller;
import cn.siyu.domain.id.PublicId;

/// Somebody stops an enrolment of a customer whom they see.
public final class StopEnrolment {
    private final ReadSops read;
    private final StopEnrolments stop;

    public StopEnrolment(ReadSops read, StopEnrolments stop) {
        this.read = read;
        this.stop = stop;
    }

    public StopEnrolments.Outcome handle(Caller caller, PublicId id) {
        return read.enrolment(caller, id).isEmpty()
                ? new StopEnrolments.Outcome.Unknown()
                : stop.byHand(caller.brand(), id);
    }
}
