package cn.siyu.domain.trust;

import cn.siyu.domain.trust.evidence.EvidenceId;
import cn.siyu.domain.trust.policy.EvidenceKind;
import java.time.Instant;

/// What evidence adds to T, or takes from it. Always of the sign of its kind.
public sealed interface Contribution {

    EvidenceKind kind();

    /// Points of T.
    double points();

    /// One piece of evidence.
    ///
    /// @param effectiveAt the time from which it decays
    /// @param shareLeft how much of it is left today, 0 to 1
    record Piece(EvidenceId id, EvidenceKind kind, Instant effectiveAt, double shareLeft, double points)
            implements Contribution {}

    /// All other pieces of a kind together.
    ///
    /// @param count how many
    record Rest(EvidenceKind kind, long count, double points) implements Contribution {}
}
