package cn.siyu.adapter.persistence;

import cn.siyu.domain.id.PublicId;
import java.time.Instant;

/// Rows of other capabilities that a test needs to stand there: brand 1, account 5 of staff member 6 in store 1.
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
}
