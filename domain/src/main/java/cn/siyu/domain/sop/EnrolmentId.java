package cn.siyu.domain.sop;

/// The number of an enrolment (入组) inside its brand.
public record EnrolmentId(long value) {}
