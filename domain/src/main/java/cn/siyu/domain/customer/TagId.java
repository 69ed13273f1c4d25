package cn.siyu.domain.customer;

/// The number of a tag (标签) inside its brand.
public record TagId(long value) {}
