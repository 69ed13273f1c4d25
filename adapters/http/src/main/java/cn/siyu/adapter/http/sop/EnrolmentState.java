package cn.siyu.adapter.http.sop;

import cn.siyu.domain.sop.Enrolment;

/// Whether an enrolment runs.
public enum EnrolmentState {
    ACTIVE,
    COMPLETED,
    EXITED;

    static EnrolmentState of(Enrolment.Progress progress) {
        return switch (progress) {
            case Enrolment.Progress.Active _ -> ACTIVE;
            case Enrolment.Progress.Completed _ -> COMPLETED;
            case Enrolment.Progress.Exited _ -> EXITED;
        };
    }
}
