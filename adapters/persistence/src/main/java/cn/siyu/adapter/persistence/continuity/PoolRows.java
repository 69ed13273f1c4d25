package cn.siyu.adapter.persistence.continuity;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.continuity.pool.PoolClaim;
import cn.siyu.domain.continuity.pool.PoolEntry;
import cn.siyu.domain.continuity.pool.PoolReason;
import cn.siyu.domain.customer.CustomerId;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Entries and claims of the pool as rows.
final class PoolRows {
    private PoolRows() {}

    static @Nullable Object[] all(BrandId brand, PoolEntry entry) {
        var left = entry.left();
        return new @Nullable Object[] {
            brand,
            entry.id(),
            entry.publicId(),
            entry.customer(),
            openKey(entry),
            entry.reason(),
            entry.since(),
            entry.enteredAt(),
            entry.formerStaff(),
            entry.formerDepartment(),
            entry.value(),
            entry.state(),
            left == null ? null : left.why(),
            left == null ? null : left.at(),
            entry.version()
        };
    }

    static @Nullable Object[] change(BrandId brand, PoolEntry entry) {
        var left = entry.left();
        return new @Nullable Object[] {
            openKey(entry),
            entry.state(),
            left == null ? null : left.why(),
            left == null ? null : left.at(),
            entry.version(),
            brand,
            entry.id(),
            entry.version() - 1
        };
    }

    private static @Nullable Long openKey(PoolEntry entry) {
        return entry.left() == null ? entry.customer().value() : null;
    }

    static PoolEntry entry(Row row) throws SQLException {
        var leftAt = row.instantOrNull("left_at");
        return new PoolEntry(
                row.number("id"),
                row.publicId("public_id"),
                new CustomerId(row.number("customer")),
                row.constant("reason", PoolReason.class),
                row.instant("since_at"),
                row.instant("entered_at"),
                new StaffId(row.number("former_staff")),
                new DepartmentId(row.number("former_department")),
                row.number("order_value"),
                row.constant("state", PoolEntry.State.class),
                leftAt == null ? null : new PoolEntry.Left(row.constant("left_why", PoolEntry.Why.class), leftAt),
                row.integer("version"));
    }

    static @Nullable Object[] all(BrandId brand, PoolClaim claim) {
        return new @Nullable Object[] {
            brand,
            claim.id(),
            claim.publicId(),
            claim.entry(),
            claim.open() ? (Long) claim.entry() : null,
            claim.customer(),
            claim.account(),
            claim.staff(),
            claim.assigned(),
            claim.by(),
            claim.claimedAt(),
            claim.open() ? claim.dueAt() : null,
            claim.task(),
            claim.version()
        };
    }

    static @Nullable Object[] change(BrandId brand, PoolClaim claim) {
        var ended = claim.ended();
        return new @Nullable Object[] {
            claim.open() ? (Long) claim.entry() : null,
            claim.open() ? claim.dueAt() : null,
            ended == null ? null : ended.how(),
            ended == null ? null : ended.reason(),
            ended == null ? null : ended.by(),
            ended == null ? null : ended.at(),
            claim.version(),
            brand,
            claim.id(),
            claim.version() - 1
        };
    }

    static PoolClaim claim(Row row) throws SQLException {
        var endedAt = row.instantOrNull("ended_at");
        var dueAt = row.instantOrNull("due_at");
        return new PoolClaim(
                row.number("id"),
                row.publicId("public_id"),
                row.number("entry"),
                new CustomerId(row.number("customer")),
                new ChannelAccountId(row.number("account")),
                new StaffId(row.number("staff")),
                row.flag("assigned"),
                row.publicId("claimed_by"),
                row.instant("claimed_at"),
                dueAt == null ? row.instant("ended_at") : dueAt,
                row.publicIdOrNull("task"),
                endedAt == null
                        ? null
                        : new PoolClaim.Ended(
                                row.constant("ended_how", PoolClaim.How.class),
                                row.textOrNull("ended_reason"),
                                row.publicIdOrNull("ended_by"),
                                endedAt),
                row.integer("version"));
    }
}
