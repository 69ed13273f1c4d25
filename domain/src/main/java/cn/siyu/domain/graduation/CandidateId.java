package cn.siyu.domain.graduation;

/// The number of a candidate (迁移候选人) inside its brand.
public record CandidateId(long value) {}
