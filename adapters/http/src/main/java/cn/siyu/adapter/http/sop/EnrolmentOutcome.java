package cn.siyu.adapter.http.sop;

/// What came of putting one customer in.
public enum EnrolmentOutcome {
    ENROLLED,
    ALREADY_IN,
    NOT_IN_AUDIENCE,
    UNKNOWN
}
