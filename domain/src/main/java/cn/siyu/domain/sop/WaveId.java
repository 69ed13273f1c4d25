package cn.siyu.domain.sop;

/// The number of a wave (批次) inside its brand.
public record WaveId(long value) {}
