package cn.siyu.domain.community;

/// The number of one account's post (朋友圈发表) inside its brand.
public record MomentPostId(long value) {}
