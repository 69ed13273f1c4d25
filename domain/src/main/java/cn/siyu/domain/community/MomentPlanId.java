package cn.siyu.domain.community;

/// The number of a moments plan (朋友圈计划) inside its brand.
public record MomentPlanId(long value) {}
