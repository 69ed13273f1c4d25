package cn.siyu.adapter.persistence;

import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Rows of other capabilities that a test needs to stand there: brand 1, account 5 of staff member
/// 6 in store 1.
public final class GivenRows {
    private final Sql sql;
    private final Instant at;

    /// Rows made at a moment.
    public GivenRows(Sql sql, Instant at) {
        this.sql = sql;
        this.at = at;
    }

    /// The account on WeCom.
    public void account(PublicId id) {
        sql.update("""
                INSERT INTO channel_account (brand, id, public_id, channel, connection, address, name, staff,
                  department, total_cap, daily_cap, works_from, works_until, work_days, state, health, version,
                  created_at, updated_at)
                VALUES (1, 5, ?, 'WECOM', 'main', 'zhang', 'Zhang', 6, 1, 20000, 500, '00:00:00', '23:59:00', 'MONDAY',
                  'ACTIVE', 'GOOD', 1, ?, ?)""", id, at, at);
    }

    /// The staff member.
    public void staff(PublicId id) {
        sql.update("""
                INSERT INTO staff (brand, id, public_id, name, department, active, version, created_at, updated_at)
                VALUES (1, 6, ?, 'Zhang', 1, TRUE, 1, ?, ?)""", id, at, at);
    }

    /// The store, with the external id `S1`.
    public void store(PublicId id) {
        sql.update("""
                INSERT INTO department (brand, id, public_id, external_id, kind, path, name, version, created_at,
                  updated_at)
                VALUES (1, 1, ?, 'S1', 'STORE', '/1/', 'Store 1', 1, ?, ?)""", id, at, at);
    }

    /// A contact of a customer, delivered in a relationship on the account.
    public void delivered(long send, long customer, long relationship, Instant deliveredAt) {
        sql.update("""
                INSERT INTO send (brand, id, public_id, step, customer, relationship, account, recipient,
                  contact_class, touchpoint, win_back, zone, deadline_at, decision, created_at)
                VALUES (1, ?, ?, 1, ?, ?, 5, 'wm', 'MARKETING', 'PRIVATE_CHAT', FALSE, 'Asia/Shanghai', ?, 'PLANNED',
                  ?)""", send, PublicId.of(deliveredAt, send, send), customer, relationship, deliveredAt, deliveredAt);
        sql.update("""
                INSERT INTO send_result (brand, send, customer, relationship, account, contact_class, status,
                  resulted_at)
                VALUES (1, ?, ?, ?, 5, 'MARKETING', 'DELIVERED', ?)""", send, customer, relationship, deliveredAt);
    }

    /// A program `Welcome` (50) with a version (51).
    public void sop() {
        sql.update("""
                INSERT INTO sop (brand, id, public_id, name, state, active_version, look_after, version, created_at, updated_at)
                VALUES (1, 50, ?, 'Welcome', 'ACTIVE', 51, 0, 1, ?, ?)""", PublicId.of(at, 50, 50), at, at);
        sql.update("""
                INSERT INTO sop_version (brand, id, public_id, sop, number, state, definition, version, created_at,
                  updated_at)
                VALUES (1, 51, ?, 50, 1, 'PUBLISHED', '{}', 1, ?, ?)""", PublicId.of(at, 51, 51), at, at);
    }

    /// A customer in the program.
    public void enrolled(long id, long customer, Instant enrolledAt, @Nullable Instant goalAt) {
        sql.update("""
                INSERT INTO enrolment (brand, id, public_id, sop, sop_version, customer, arm, trigger_kind, state,
                  open_key, next_step, epoch, enrolled_at, goal_at)
                VALUES (1, ?, ?, 50, 51, ?, 'TREATED', 'MANUAL', 'ACTIVE', 0, 1, 0, ?, ?)""", id, PublicId.of(at, id, id), customer, enrolledAt, goalAt);
    }

    /// A batch of two that was sent and confirmed at once.
    public void batch(long id, Instant sentAt) {
        sql.update("""
                INSERT INTO send_batch (brand, id, public_id, kind, contact_class, account, content_hash, content,
                  recipients, state, epoch, not_before, deadline_at, sent_at, confirmed_at, polls, reminders, attempts,
                  created_at, updated_at)
                VALUES (1, ?, ?, 'MASS', 'MARKETING', 5, '', '{}', 2, 'SENT', 0, ?, ?, ?, ?, 0, 0, 1, ?, ?)""", id, PublicId.of(sentAt, id, id), sentAt, sentAt, sentAt, sentAt, sentAt, sentAt);
    }

    /// A contact of the program in a batch, delivered.
    public void sent(long send, long batch, long customer, long relationship, Instant deliveredAt, String response) {
        delivered(send, customer, relationship, deliveredAt);
        sql.update("UPDATE send SET batch = ?, sop = 50, sop_version = 51 WHERE brand = 1 AND id = ?", batch, send);
        sql.update("UPDATE send_result SET response = ? WHERE brand = 1 AND send = ?", response, send);
    }

    /// A contact of the program that was refused.
    public void refused(long send, long customer, String reason) {
        sql.update("""
                INSERT INTO send (brand, id, public_id, sop, sop_version, step, customer, contact_class, touchpoint,
                  win_back, zone, deadline_at, decision, reason, created_at)
                VALUES (1, ?, ?, 50, 51, 1, ?, 'MARKETING', 'PRIVATE_CHAT', FALSE, 'Asia/Shanghai', ?, 'REFUSED', ?, ?)""", send, PublicId.of(at, send, send), customer, at, reason, at);
    }
}
