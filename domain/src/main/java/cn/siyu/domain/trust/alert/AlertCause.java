package cn.siyu.domain.trust.alert;

import cn.siyu.domain.trust.policy.EvidenceKind;

/// What one kind of evidence had to do with it.
///
/// @param before points of T it contributed at the window's start
/// @param after points of T it contributes at the window's end
public record AlertCause(EvidenceKind kind, double before, double after) {

    /// Points of T that it gave or took in the window. All causes of an alert add up to the change
    /// of T.
    public double change() {
        return after - before;
    }
}
