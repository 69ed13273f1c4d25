package cn.siyu.domain.channel;

/// The number of a channel account (账号) inside its brand.
public record ChannelAccountId(long value) {}
