package cn.siyu.domain.trust.evidence;

import cn.siyu.domain.trust.policy.EvidenceKind;

/// One stored sum: one kind of evidence about one subject.
public record AccumulatorKey(TrustSubject subject, EvidenceKind kind) {}
