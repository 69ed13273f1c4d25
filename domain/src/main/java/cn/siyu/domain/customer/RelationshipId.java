package cn.siyu.domain.customer;

/// The number of a relationship (跟进关系) inside its brand.
public record RelationshipId(long value) {}
