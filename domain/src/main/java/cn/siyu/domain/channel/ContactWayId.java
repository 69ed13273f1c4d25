package cn.siyu.domain.channel;

/// The number of a contact way (联系我) inside its brand.
public record ContactWayId(long value) {}
