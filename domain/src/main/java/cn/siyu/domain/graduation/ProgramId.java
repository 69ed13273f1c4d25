package cn.siyu.domain.graduation;

/// The number of a program (迁移计划) inside its brand.
public record ProgramId(long value) {}
