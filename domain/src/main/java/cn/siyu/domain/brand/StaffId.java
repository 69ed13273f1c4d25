package cn.siyu.domain.brand;

/// The number of a staff (成员) inside its brand.
public record StaffId(long value) {}
