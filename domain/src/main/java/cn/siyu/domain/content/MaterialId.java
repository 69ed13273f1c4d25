package cn.siyu.domain.content;

/// The number of a material (素材) inside its brand.
public record MaterialId(long value) {}
