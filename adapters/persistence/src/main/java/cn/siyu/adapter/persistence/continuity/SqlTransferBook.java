package cn.siyu.adapter.persistence.continuity;

import cn.siyu.adapter.persistence.Numbers;
import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Seen;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.Wanted;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.continuity.port.TransferBook;
import cn.siyu.application.continuity.port.TransferCall;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.continuity.InheritanceId;
import cn.siyu.domain.continuity.Transfer;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.RelationshipId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlTransferBook implements TransferBook {
    private static final int PROBLEM = 1000;
    private static final String OPEN = "('QUEUED', 'ASKED', 'UNKNOWN', 'WAITING')";
    private static final String ASKED = "('ASKED', 'UNKNOWN', 'WAITING')";
    private static final String SELECT_CALL = """
            SELECT id, inheritance, kind, from_account, to_account, after_leaving, size, state, problem, asked_at,
              claimed_at, reads
            FROM transfer_call
            """;

    private final Sql sql;

    SqlTransferBook(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Set<Long> add(BrandId brand, List<Transfer> transfers) {
        boolean[] isNew = sql.add(
                TransferRow.ADD,
                transfers.stream().map(one -> TransferRow.inserted(brand, one)).toList());
        var added = new HashSet<Long>();
        for (int i = 0; i < isNew.length; i++) {
            if (isNew[i]) {
                added.add(transfers.get(i).id());
            }
        }
        return added;
    }

    @Override
    public Set<RelationshipId> underWay(BrandId brand, Collection<RelationshipId> relationships) {
        return Set.copyOf(sql.wanted(
                Wanted.texts(
                        relationships.stream().map(one -> "r" + one.value()).toList()),
                "t.open_key",
                "SELECT t.relationship FROM transfer t %s WHERE t.brand = ?",
                row -> new RelationshipId(row.number("relationship")),
                brand));
    }

    @Override
    public List<Transfer> queued(BrandId brand, Instant now, int atMost) {
        return sql.list(TransferRow.SELECT + """
                        WHERE t.brand = ? AND t.state = 'QUEUED' AND t.due_at <= ?
                        ORDER BY t.brand, t.state, t.due_at, t.id FETCH FIRST ? ROWS ONLY""", TransferRow::read, brand, now, atMost);
    }

    @Override
    public List<Transfer> queuedOf(BrandId brand, InheritanceId inheritance) {
        return sql.list(
                TransferRow.SELECT + "WHERE t.brand = ? AND t.inheritance = ? AND t.state = 'QUEUED' ORDER BY t.id",
                TransferRow::read,
                brand,
                inheritance.value());
    }

    @Override
    public void replace(BrandId brand, List<Transfer> transfers) {
        boolean[] changed = sql.change(
                TransferRow.UPDATE,
                transfers.stream().map(one -> TransferRow.updated(brand, one)).toList());
        for (int i = 0; i < changed.length; i++) {
            if (!changed[i]) {
                throw new StaleAggregate("transfer", transfers.get(i).id());
            }
        }
    }

    @Override
    public List<Transfer> openIn(BrandId brand, Collection<Long> calls) {
        return sql.list(
                "SELECT " + TransferRow.COLUMNS + " FROM " + Numbers.WANTED
                        + " JOIN transfer t ON t.brand = ? AND t.asked_in = wanted.n AND t.state IN " + ASKED
                        + " ORDER BY t.id",
                TransferRow::read,
                Numbers.of(calls, Long::longValue),
                brand);
    }

    @Override
    public Optional<Transfer> awaited(BrandId brand, IdentityId identity, ChannelAccountId account) {
        return sql.first(
                TransferRow.SELECT + "WHERE t.brand = ? AND t.identity = ? AND t.state IN " + ASKED
                        + " AND (t.from_account = ? OR t.to_account = ?) ORDER BY t.id DESC",
                TransferRow::read,
                brand,
                identity,
                account,
                account);
    }

    @Override
    public boolean became(BrandId brand, IdentityId identity, RelationshipId relationship) {
        return sql.first(
                        "SELECT id FROM transfer WHERE brand = ? AND identity = ? AND became = ?",
                        row -> row.number("id"),
                        brand,
                        identity,
                        relationship.value())
                .isPresent();
    }

    @Override
    public boolean anyOpen(BrandId brand, InheritanceId inheritance) {
        return sql.first(
                        "SELECT id FROM transfer WHERE brand = ? AND inheritance = ? AND state IN " + OPEN
                                + " FETCH FIRST 1 ROWS ONLY",
                        row -> row.number("id"),
                        brand,
                        inheritance.value())
                .isPresent();
    }

    @Override
    public Map<String, List<Instant>> takenOnTheJob(BrandId brand, Collection<String> refs, Instant since) {
        var taken = new HashMap<String, List<Instant>>();
        sql.wanted(
                        Wanted.texts(refs),
                        "t.ref",
                        """
                        SELECT t.ref, t.taken_at FROM transfer t %s
                        JOIN inheritance i ON i.brand = t.brand AND i.id = t.inheritance
                        WHERE t.brand = ? AND t.state = 'TAKEN' AND t.taken_at >= ? AND i.kind = 'ON_THE_JOB'""",
                        row -> Map.entry(row.text("ref"), row.instant("taken_at")),
                        brand,
                        since)
                .forEach(one -> taken.computeIfAbsent(one.getKey(), _ -> new ArrayList<>())
                        .add(one.getValue()));
        return taken;
    }

    @Override
    public Map<String, Integer> waitingOnTheJob(BrandId brand, Collection<String> refs) {
        return sql
                .wanted(
                        Wanted.texts(refs),
                        "t.ref",
                        """
                        SELECT t.ref, count(*) AS number FROM transfer t %s
                        JOIN inheritance i ON i.brand = t.brand AND i.id = t.inheritance
                        WHERE t.brand = ? AND i.kind = 'ON_THE_JOB' AND t.state IN\s""" + ASKED + " GROUP BY t.ref",
                        row -> Map.entry(row.text("ref"), row.integer("number")),
                        brand)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public int groupsAsked(BrandId brand, ChannelAccountId from, Instant since) {
        return sql.first("""
                        SELECT count(*) AS asked FROM transfer
                        WHERE brand = ? AND from_account = ? AND kind = 'GROUP' AND asked_at >= ?""", row -> row.integer("asked"), brand, from, since).orElse(0);
    }

    @Override
    public List<Count> counts(BrandId brand, Collection<InheritanceId> inheritances) {
        return sql.wanted(
                Wanted.numbers(inheritances.stream().map(InheritanceId::value).toList()),
                "t.inheritance",
                """
                SELECT t.inheritance, t.kind, t.state, count(*) AS number FROM transfer t %s
                WHERE t.brand = ? GROUP BY t.inheritance, t.kind, t.state""",
                row -> new Count(
                        new InheritanceId(row.number("inheritance")),
                        row.text("kind").equals(TransferRow.CUSTOMER),
                        row.constant("state", Transfer.State.class),
                        row.integer("number")),
                brand);
    }

    @Override
    public List<Transfer> page(
            BrandId brand, InheritanceId inheritance, Sight sight, Filter filter, long after, int atMost) {
        var where = new StringBuilder("WHERE t.brand = ? AND t.inheritance = ? AND t.id > ?");
        var parameters = new ArrayList<@Nullable Object>(List.of(brand, inheritance.value(), after));
        if (!filter.states().isEmpty()) {
            where.append(" AND t.state IN (")
                    .append(Sql.marks(filter.states().size()))
                    .append(')');
            parameters.addAll(filter.states());
        }
        var ofCustomers = filter.ofCustomers();
        if (ofCustomers != null) {
            where.append(" AND t.kind = ?");
            parameters.add(TransferRow.kind(ofCustomers));
        }
        var taker = filter.taker();
        if (taker != null) {
            where.append(" AND t.to_account = ?");
            parameters.add(taker);
        }
        var seen = Seen.by(sight);
        where.append(seen.over("t.brand", "t.from_account")).append(seen.anyCustomer("t.brand", "t.customer"));
        parameters.addAll(seen.parameters());
        parameters.addAll(seen.parameters());
        parameters.add(atMost);
        return sql.list(
                TransferRow.SELECT + where + " ORDER BY t.id FETCH FIRST ? ROWS ONLY",
                TransferRow::read,
                parameters.toArray());
    }

    @Override
    public Map<ChannelAccountId, Integer> promised(BrandId brand, Collection<ChannelAccountId> takers) {
        return sql
                .wanted(
                        Wanted.numbers(
                                takers.stream().map(ChannelAccountId::value).toList()),
                        "t.to_account",
                        """
                        SELECT t.to_account, count(*) AS number FROM transfer t %s
                        WHERE t.brand = ? AND t.kind = 'CUSTOMER' AND t.state IN\s""" + OPEN + " GROUP BY t.to_account",
                        row -> Map.entry(new ChannelAccountId(row.number("to_account")), row.integer("number")),
                        brand)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void intend(BrandId brand, TransferCall call) {
        sql.update(
                """
                INSERT INTO transfer_call (brand, id, inheritance, kind, from_account, to_account, after_leaving, size,
                  state, problem, asked_at, claimed_at, read_at, reads)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                brand,
                call.id(),
                call.inheritance().value(),
                TransferRow.kind(call.ofCustomers()),
                call.from(),
                call.to(),
                call.afterLeaving(),
                call.size(),
                call.state(),
                call.problem(),
                call.askedAt(),
                call.claimedAt(),
                null,
                call.reads());
    }

    @Override
    public boolean conclude(
            BrandId brand, long call, TransferCall.State state, @Nullable String problem, @Nullable Instant readAt) {
        return sql.update("""
                        UPDATE transfer_call SET state = ?, problem = ?, read_at = ?
                        WHERE brand = ? AND id = ? AND state = 'INTENT'""", state, cut(problem), readAt, brand, call) > 0;
    }

    @Override
    public boolean anyGone(BrandId brand, Instant claimedBefore) {
        return sql.first(
                        "SELECT id FROM transfer_call WHERE brand = ? AND state = 'INTENT' AND claimed_at < ?"
                                + " FETCH FIRST 1 ROWS ONLY",
                        row -> row.number("id"),
                        brand,
                        claimedBefore)
                .isPresent();
    }

    @Override
    public int park(BrandId brand, Instant claimedBefore, Instant readAt) {
        var gone = sql.list(
                "SELECT id FROM transfer_call WHERE brand = ? AND state = 'INTENT' AND claimed_at < ? FOR UPDATE",
                row -> row.number("id"),
                brand,
                claimedBefore);
        if (gone.isEmpty()) {
            return 0;
        }
        var unknown = openIn(brand, gone).stream()
                .filter(one -> one.state() == Transfer.State.ASKED)
                .map(one -> one.unknown(Transfer.Reason.UNANSWERED))
                .toList();
        replace(brand, unknown);
        sql.batch(
                "UPDATE transfer_call SET state = 'UNKNOWN', read_at = ? WHERE brand = ? AND id = ?",
                gone.stream()
                        .map(id -> new @Nullable Object[] {readAt, brand, id})
                        .toList());
        return gone.size();
    }

    @Override
    public List<TransferCall> toRead(BrandId brand, Instant now, int atMost) {
        return sql.list(
                SELECT_CALL + "WHERE brand = ? AND read_at <= ? ORDER BY brand, read_at, id FETCH FIRST ? ROWS ONLY",
                SqlTransferBook::call,
                brand,
                now,
                atMost);
    }

    @Override
    public void read(BrandId brand, Collection<TransferCall> calls, Map<Long, Instant> next) {
        sql.batch(
                "UPDATE transfer_call SET read_at = ?, reads = ? WHERE brand = ? AND id = ?",
                calls.stream()
                        .map(call -> new @Nullable Object[] {next.get(call.id()), call.reads() + 1, brand, call.id()})
                        .toList());
    }

    @Override
    public void readBy(BrandId brand, long call, Instant moment) {
        sql.update(
                "UPDATE transfer_call SET read_at = ? WHERE brand = ? AND id = ? AND read_at > ?",
                moment,
                brand,
                call,
                moment);
    }

    @Override
    public Optional<Instant> nextDueAt(BrandId brand) {
        var queued = sql.first("""
                SELECT due_at FROM transfer WHERE brand = ? AND state = 'QUEUED'
                ORDER BY brand, state, due_at, id FETCH FIRST 1 ROWS ONLY""", row -> row.instant("due_at"), brand);
        var reading = sql.first("""
                SELECT read_at FROM transfer_call WHERE brand = ? AND read_at IS NOT NULL
                ORDER BY brand, read_at, id FETCH FIRST 1 ROWS ONLY""", row -> row.instant("read_at"), brand);
        return Stream.of(queued, reading).flatMap(Optional::stream).min(Instant::compareTo);
    }

    private static TransferCall call(Row row) throws SQLException {
        return new TransferCall(
                row.number("id"),
                new InheritanceId(row.number("inheritance")),
                row.text("kind").equals(TransferRow.CUSTOMER),
                new ChannelAccountId(row.number("from_account")),
                new ChannelAccountId(row.number("to_account")),
                row.flag("after_leaving"),
                row.integer("size"),
                row.constant("state", TransferCall.State.class),
                row.textOrNull("problem"),
                row.instant("asked_at"),
                row.instant("claimed_at"),
                row.integer("reads"));
    }

    private static @Nullable String cut(@Nullable String problem) {
        return problem == null || problem.length() <= PROBLEM ? problem : problem.substring(0, PROBLEM);
    }
}
