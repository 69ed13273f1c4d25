package cn.siyu.domain.sop;

/// The number of an SOP (标准作业程序) inside its brand.
public record SopId(long value) {}
