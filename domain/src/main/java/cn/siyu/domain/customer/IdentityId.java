package cn.siyu.domain.customer;

/// The number of an identity inside its brand.
public record IdentityId(long value) {}
