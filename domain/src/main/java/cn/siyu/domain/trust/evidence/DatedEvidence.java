package cn.siyu.domain.trust.evidence;

import java.time.Instant;

/// Evidence with the time from which it decays. That time is stored with it, so that a retraction
/// takes back exactly what was added, even if the brand's zone changed meanwhile.
public record DatedEvidence(Evidence evidence, Instant effectiveAt) {}
