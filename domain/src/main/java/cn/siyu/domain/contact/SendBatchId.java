package cn.siyu.domain.contact;

/// The number of a send batch (触达批次) inside its brand.
public record SendBatchId(long value) {}
