package cn.siyu.adapter.persistence.contact;

import static cn.siyu.application.contact.port.ContactFixtures.ACCOUNT;
import static cn.siyu.application.contact.port.ContactFixtures.BRAND;
import static cn.siyu.application.contact.port.ContactFixtures.NOW;
import static cn.siyu.application.contact.port.ContactFixtures.SENDER;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows that belong to others and that contact reads, straight into their tables.
final class ContactRows {
    private final Sql sql;

    ContactRows(Sql sql) {
        this.sql = sql;
    }

    private static PublicId publicId(long id) {
        return PublicId.of(NOW, id, id);
    }

    void brand() {
        sql.update("""
                INSERT INTO brand (id, public_id, slug, name, mode, zone, strength, alpha, currency, landmark, version,
                  created_at, updated_at)
                VALUES (?, ?, 'demo', 'Demo', 'LIVE', 'Asia/Shanghai', 0.5, 0.5, 'CNY', ?, 1, ?, ?)""", BRAND, publicId(1), NOW, NOW, NOW);
    }

    /// The account of the fixtures, with a staff member and a store in another zone.
    void account() {
        account(ACCOUNT, SENDER.connection(), SENDER.address());
        sql.update("""
                INSERT INTO staff (brand, id, public_id, name, department, active, version, created_at, updated_at)
                VALUES (?, 1, ?, '小王', 1, true, 1, ?, ?)""", BRAND, publicId(1), NOW, NOW);
        sql.update("""
                INSERT INTO department (brand, id, public_id, kind, path, name, zone, version, created_at, updated_at)
                VALUES (?, 1, ?, 'STORE', '/1/', '一店', 'Asia/Urumqi', 1, ?, ?)""", BRAND, publicId(1), NOW, NOW);
    }

    void account(ChannelAccountId account, String connection, String address) {
        sql.update(
                """
                INSERT INTO channel_account (brand, id, public_id, channel, connection, address, name, staff, department,
                  total_cap, daily_cap, works_from, works_until, work_days, state, health, version, created_at, updated_at)
                VALUES (?, ?, ?, ?, ?, ?, 'Account', 1, 1, 100, 10, ?, ?, 'MONDAY', 'ACTIVE', 'HEALTHY', 1, ?, ?)""",
                BRAND,
                account.value(),
                publicId(account.value()),
                SENDER.channel(),
                connection,
                address,
                LocalTime.of(9, 0),
                LocalTime.of(18, 0),
                NOW,
                NOW);
    }

    /// Customers `from` to `to`, each with one live relationship of the same number: identity 200
    /// +, relationship 100 + the number, recipient `wm` and the number.
    void customers(long from, long to, ChannelAccountId account) {
        List<@Nullable Object[]> people = new ArrayList<>();
        List<@Nullable Object[]> states = new ArrayList<>();
        for (long id = from; id <= to; id++) {
            people.add(new @Nullable Object[] {BRAND, id, publicId(id), id, id, "客户" + id, NOW, NOW});
            states.add(new @Nullable Object[] {BRAND, id, NOW, NOW});
        }
        sql.batch("""
                INSERT INTO customer (brand, id, public_id, person, component, nickname, gender, blacklisted, version, created_at,
                  updated_at)
                VALUES (?, ?, ?, ?, ?, ?, 'UNKNOWN', false, 1, ?, ?)""", people);
        sql.batch("""
                INSERT INTO customer_state (brand, customer, stage, stage_since, dormant, lost, orders_count, orders_amount,
                  trust_brand, confidence, trust_as_of, trust_edition)
                VALUES (?, ?, 'NEW', ?, false, false, 2, 0, 50, 0.9, ?, 'trust-test')""", states);
        relationships(from, to, account, 100, 60);
    }

    /// One relationship each on an account, all with the same trust.
    void relationships(long from, long to, ChannelAccountId account, long offset, double trust) {
        List<@Nullable Object[]> identities = new ArrayList<>();
        List<@Nullable Object[]> links = new ArrayList<>();
        for (long id = from; id <= to; id++) {
            long identity = 100 + offset + id;
            identities.add(new @Nullable Object[] {
                BRAND, identity, publicId(identity), account.value() + "", "wm" + id, id, NOW
            });
            links.add(new @Nullable Object[] {
                BRAND,
                offset + id,
                publicId(offset + id),
                id,
                account.value(),
                identity,
                NOW,
                trust,
                trust,
                NOW,
                NOW,
                NOW
            });
        }
        sql.batch("""
                INSERT INTO identity (brand, id, public_id, type, id_scope, id_value, customer, source, created_at)
                VALUES (?, ?, ?, 'EXTERNAL_USERID', ?, ?, ?, 'PLATFORM', ?)""", identities);
        sql.batch("""
                INSERT INTO relationship (brand, id, public_id, customer, account, identity, add_way, added_at,
                  silenced_times, trust, trust_social, trust_as_of, version, created_at, updated_at)
                VALUES (?, ?, ?, ?, ?, ?, 1, ?, 0, ?, ?, ?, 1, ?, ?)""", links);
    }

    /// The SOP, version and wave of the fixtures' sends: their public ids are made from 31, 32
    /// and 34.
    void journey() {
        sql.update("""
                INSERT INTO sop (brand, id, public_id, name, state, look_after, version, created_at, updated_at)
                VALUES (?, 1, ?, 'Welcome', 'ACTIVE', 0, 1, ?, ?)""", BRAND, publicId(31), NOW, NOW);
        sql.update("""
                INSERT INTO sop_version (brand, id, public_id, sop, number, state, definition, version, created_at,
                  updated_at) VALUES (?, 2, ?, 1, 1, 'PUBLISHED', '{}', 1, ?, ?)""", BRAND, publicId(32), NOW, NOW);
        sql.update("""
                INSERT INTO wave (brand, id, public_id, sop, sop_version, step, due_at, due_count, left_count,
                  planned_count, deferred_count, refused_count, expired_count, control_count, by_task_count, created_at)
                VALUES (?, 4, ?, 1, 2, 3, ?, 1, 0, 1, 0, 0, 0, 0, 0, ?)""", BRAND, publicId(34), NOW, NOW);
    }

    void end(long relationship, Instant at) {
        sql.update(
                "UPDATE relationship SET ended_at = ?, ended_by = 'CUSTOMER' WHERE brand = ? AND id = ?",
                at,
                BRAND,
                relationship);
    }

    void change(String table, String column, @Nullable Object value, long id) {
        sql.update("UPDATE " + table + " SET " + column + " = ? WHERE brand = ? AND id = ?", value, BRAND, id);
    }

    void optOut(long customer, String touchpoint) {
        sql.update(
                "INSERT INTO opt_out (brand, customer, touchpoint, source, since) VALUES (?, ?, ?, 'CUSTOMER', ?)",
                BRAND,
                customer,
                touchpoint,
                NOW);
    }

    void consent(long id, long customer, String purpose, boolean granted, Instant at) {
        sql.update("""
                INSERT INTO consent_record (brand, id, public_id, customer, purpose, granted, occurred_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""", BRAND, id, publicId(id), customer, purpose, granted, at);
    }

    void interaction(long id, long customer, ChannelAccountId account, Instant at) {
        sql.update("""
                INSERT INTO interaction (brand, id, public_id, source, external_id, kind, touchpoint, customer, identity,
                  account, occurred_at, received_at)
                VALUES (?, ?, ?, 'feed', ?, 'REPLIED', 'PRIVATE_CHAT', ?, ?, ?, ?, ?)""", BRAND, id, publicId(id), "x" + id, customer, 200 + customer, account.value(), at, at);
    }
}
