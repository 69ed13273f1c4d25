package cn.siyu.domain.trust.evidence;

import cn.siyu.domain.trust.policy.EvidenceKind;
import java.time.Instant;

/// One local day of one capped kind about one subject. Its raw sum of multiplicities is kept,
/// because only the sum, not the capped part of it, survives late evidence and retractions exactly.
///
/// @param startsAt the start of the day in the brand's zone, which is also the effective time of
///     its evidence
public record DayKey(TrustSubject subject, EvidenceKind kind, Instant startsAt) {}
