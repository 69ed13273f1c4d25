package cn.siyu.domain.trust.evidence;

/// By how much the raw sum of a day changes.
public record DayDelta(DayKey day, double sum) {}
