package cn.siyu.domain.sop;

/// The number of a version of an SOP (版本) inside its brand.
public record SopVersionId(long value) {}
