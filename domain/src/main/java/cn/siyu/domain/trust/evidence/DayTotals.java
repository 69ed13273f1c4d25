package cn.siyu.domain.trust.evidence;

/// The days' raw sums as they are stored before a posting.
@FunctionalInterface
public interface DayTotals {

    /// The raw sum of multiplicities of a day, 0 if nothing is stored for it.
    double sumOf(DayKey day);
}
