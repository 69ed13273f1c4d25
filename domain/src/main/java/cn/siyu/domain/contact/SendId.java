package cn.siyu.domain.contact;

/// The number of a send (触达) inside its brand.
public record SendId(long value) {}
