package cn.siyu.domain.brand;

/// The number of a department (部门) inside its brand.
public record DepartmentId(long value) {}
