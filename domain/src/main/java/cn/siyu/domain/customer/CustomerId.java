package cn.siyu.domain.customer;

/// The number of a customer (客户) inside its brand.
public record CustomerId(long value) {}
