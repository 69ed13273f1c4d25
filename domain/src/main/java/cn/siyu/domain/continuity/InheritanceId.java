package cn.siyu.domain.continuity;

/// The number of an inheritance (继承) inside its brand.
public record InheritanceId(long value) {}
