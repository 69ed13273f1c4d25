package cn.siyu.application.brand;

/// The number of an API key, unique in the installation.
public record ApiKeyId(long value) {}
