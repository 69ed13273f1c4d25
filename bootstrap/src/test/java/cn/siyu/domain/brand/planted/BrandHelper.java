package cn.siyu.domain.brand.planted;

/// Planted: a drawer.
final class BrandHelper {}
