package cn.siyu.application.insight.port;

import cn.siyu.application.brand.Sight;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Counts what people were asked to do and did (执行率), in the database.
public interface ExecutionRates {
    /// Whose work is counted together.
    enum By {
        /// A store or department by itself (门店).
        STORE,
        /// A department with all below it (部门).
        DEPARTMENT,
        /// A staff member (成员).
        STAFF
    }

    /// The rows that have work, by name. Tasks that fell due and messages that were asked for in
    /// the period, of accounts in sight; what was cancelled wasn't theirs to do.
    ///
    /// @param sop of one program only; null: of all
    List<Row> rows(BrandId brand, Sight sight, By by, Instant from, Instant until, @Nullable PublicId sop);

    /// What one of them was asked to do, and did.
    ///
    /// @param tasks tasks that were to be done
    /// @param done of them, were done
    /// @param inTime of them, were done before they were due
    /// @param skipped of them, were skipped
    /// @param failed of them, could not be done
    /// @param expired of them, were left until they were of no use
    /// @param messages batches that staff were asked to send
    /// @param confirmed of them, were sent
    /// @param confirmedInTime of them, were sent before their deadline
    record Row(
            PublicId id,
            String name,
            long tasks,
            long done,
            long inTime,
            long skipped,
            long failed,
            long expired,
            long messages,
            long confirmed,
            long confirmedInTime) {}
}
