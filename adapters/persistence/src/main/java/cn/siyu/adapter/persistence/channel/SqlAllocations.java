package cn.siyu.adapter.persistence.channel;

import cn.siyu.adapter.persistence.Json;
import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.channel.AllocationRecord;
import cn.siyu.application.channel.port.Allocations;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWayId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

@Singleton
final class SqlAllocations implements Allocations {
    private final Sql sql;

    SqlAllocations(Sql sql) {
        this.sql = sql;
    }

    private record ConsideredJson(String tier, long account, String verdict, Map<String, Integer> numbers) {}

    @Override
    public void add(BrandId brand, AllocationRecord record) {
        sql.update(
                """
                INSERT INTO allocation (brand, id, public_id, contact_way, account, state, visited_at, hold_until,
                  decision, relationship)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                brand,
                record.id(),
                record.publicId(),
                record.way(),
                record.account(),
                record.state(),
                record.visitedAt(),
                record.holdUntil(),
                Json.write(record.considered().stream()
                        .map(one -> new ConsideredJson(one.tier(), one.account().value(), one.verdict(), one.numbers()))
                        .toList()),
                record.relationship());
    }

    @Override
    public Optional<AllocationRecord> find(BrandId brand, ContactWayId way, PublicId id) {
        return sql.first(
                "SELECT * FROM allocation WHERE brand = ? AND contact_way = ? AND public_id = ?",
                SqlAllocations::record,
                brand,
                way,
                id);
    }

    @Override
    public List<AllocationRecord> page(BrandId brand, ContactWayId way, long before, int atMost) {
        return sql.list("""
                SELECT * FROM allocation WHERE brand = ? AND contact_way = ? AND id < ?
                ORDER BY id DESC FETCH FIRST ? ROWS ONLY""", SqlAllocations::record, brand, way, before, atMost);
    }

    private record Led(ChannelAccountId account, long visitors) {}

    @Override
    public Map<ChannelAccountId, Long> spread(BrandId brand, ContactWayId way, Instant since) {
        return sql
                .list(
                        """
                        SELECT account, COUNT(*) AS visitors FROM allocation
                        WHERE brand = ? AND contact_way = ? AND visited_at >= ? AND account IS NOT NULL
                          AND hold_until IS NOT NULL
                        GROUP BY account""",
                        row -> new Led(new ChannelAccountId(row.number("account")), row.number("visitors")),
                        brand,
                        way,
                        since)
                .stream()
                .collect(Collectors.toMap(Led::account, Led::visitors));
    }

    @Override
    public List<AllocationRecord> overdue(BrandId brand, Instant now, int atMost) {
        return sql.list("""
                SELECT * FROM allocation WHERE brand = ? AND state = 'HELD' AND hold_until <= ?
                ORDER BY brand, state, hold_until, id FETCH FIRST ? ROWS ONLY""", SqlAllocations::record, brand, now, atMost);
    }

    @Override
    public Optional<Instant> nextOverdueAt(BrandId brand) {
        return sql.first("""
                SELECT hold_until FROM allocation WHERE brand = ? AND state = 'HELD'
                ORDER BY brand, state, hold_until, id FETCH FIRST 1 ROWS ONLY""", row -> row.instant("hold_until"), brand);
    }

    @Override
    public boolean expire(BrandId brand, long id) {
        return sql.update(
                        "UPDATE allocation SET state = 'EXPIRED' WHERE brand = ? AND id = ? AND state = 'HELD'",
                        brand,
                        id)
                == 1;
    }

    private static AllocationRecord record(Row row) throws SQLException {
        Long account = row.numberOrNull("account");
        Long relationship = row.numberOrNull("relationship");
        return new AllocationRecord(
                row.number("id"),
                row.publicId("public_id"),
                new ContactWayId(row.number("contact_way")),
                account == null ? null : new ChannelAccountId(account),
                row.constant("state", AllocationRecord.State.class),
                row.instant("visited_at"),
                row.instantOrNull("hold_until"),
                Arrays.stream(Json.read(row.text("decision"), ConsideredJson[].class))
                        .map(one -> new AllocationRecord.Considered(
                                one.tier(), new ChannelAccountId(one.account()), one.verdict(), one.numbers()))
                        .toList(),
                relationship == null ? null : new RelationshipId(relationship));
    }
}
