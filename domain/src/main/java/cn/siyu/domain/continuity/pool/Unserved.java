package cn.siyu.domain.continuity.pool;

import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.customer.Relationship;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A customer whom nobody serves.
///
/// @param since when it began
/// @param staff who served the customer last
/// @param department for which department
public record Unserved(PoolReason reason, Instant since, StaffId staff, DepartmentId department) {
    /// Whether a customer belongs into the pool at a moment; empty if somebody serves it, if it
    /// never was anybody's contact, or if the policy gives it more time.
    public static Optional<Unserved> of(List<Tie> ties, PoolPolicy policy, Instant now) {
        return found(ties).filter(one -> {
            var fall = policy.fall(one.reason());
            return fall.counts() && !one.since().plus(fall.after()).isAfter(now);
        });
    }

    private static Optional<Unserved> found(List<Tie> ties) {
        var serving = ties.stream().filter(Tie::serves).max(Comparator.comparing(Unserved::attended));
        if (serving.isPresent()) {
            return serving.map(tie -> of(PoolReason.UNATTENDED, attended(tie), tie));
        }
        var live = ties.stream().filter(tie -> tie.ended() == null).toList();
        if (live.stream().anyMatch(tie -> tie.handover() == Tie.Handover.UNDER_WAY)) {
            return Optional.empty();
        }
        var idle = live.stream().max(Comparator.comparing(Tie::changedAt));
        if (idle.isPresent()) {
            boolean refused = live.stream().anyMatch(tie -> tie.handover() == Tie.Handover.FAILED);
            return idle.map(
                    tie -> of(refused ? PoolReason.NOT_TAKEN_OVER : PoolReason.ACCOUNT_LOST, tie.changedAt(), tie));
        }
        return ties.stream().max(Comparator.comparing(tie -> end(tie).at())).map(Unserved::ended);
    }

    private static Unserved ended(Tie tie) {
        var end = end(tie);
        return of(end.by() == Relationship.By.BAN ? PoolReason.ACCOUNT_LOST : PoolReason.LOST, end.at(), tie);
    }

    private static Relationship.Ended end(Tie tie) {
        return Objects.requireNonNull(tie.ended());
    }

    private static Unserved of(PoolReason reason, Instant since, Tie tie) {
        return new Unserved(reason, since, tie.staff(), tie.department());
    }

    private static Instant attended(Tie tie) {
        var last = tie.lastContact();
        return last == null || last.isBefore(tie.begun()) ? tie.begun() : last;
    }
}
