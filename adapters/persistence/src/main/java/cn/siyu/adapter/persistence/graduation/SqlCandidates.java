package cn.siyu.adapter.persistence.graduation;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Seen;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.Wanted;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.graduation.port.Candidates;
import cn.siyu.domain.audience.Assignment.Arm;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.graduation.Candidate;
import cn.siyu.domain.graduation.CandidateId;
import cn.siyu.domain.graduation.ProgramId;
import cn.siyu.domain.graduation.ProgramResult;
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
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlCandidates implements Candidates {
    private static final String SELECT = "SELECT " + CandidateRow.COLUMNS + " FROM graduation_candidate g ";

    private static final String DUE =
            SELECT + "WHERE g.brand = ? AND g.due_at <= ? ORDER BY g.brand, g.due_at, g.id FETCH FIRST ? ROWS ONLY";

    /// In both arms as one person: says nothing about either.
    private static final String IN_BOTH_ARMS = """
            EXISTS (SELECT 1 FROM customer h JOIN customer t ON t.brand = h.brand AND t.person = h.person
              JOIN graduation_candidate y ON y.brand = t.brand AND y.customer = t.id AND y.program = g.program
              WHERE h.brand = g.brand AND h.id = g.customer AND y.arm <> g.arm)""";

    /// Whoever was asked counts as invited, whatever came of it.
    private static final String TALLY = """
            SELECT COUNT(CASE WHEN g.arm = 'TREATED' THEN 1 END) AS chosen, COUNT(g.invited_at) AS invited,
              COUNT(CASE WHEN g.state = 'ACCEPTED' THEN 1 END) AS accepted,
              COUNT(CASE WHEN g.state = 'EXPIRED' THEN 1 END) AS expired,
              COUNT(CASE WHEN g.state = 'REFUSED' THEN 1 END) AS refused,
              COUNT(CASE WHEN g.arm = 'CONTROL' THEN 1 END) AS held_out
            FROM graduation_candidate g WHERE g.brand = ? AND g.program = ?""";

    /// A person once, however many of its customers were chosen before it was known who they are.
    private static final String OUTCOMES = """
            SELECT g.arm, g.value_before, g.social_before,
              COALESCE((SELECT MAX(r.trust_social) FROM customer b
                JOIN relationship r ON r.brand = b.brand AND r.customer = b.id
                WHERE b.brand = k.brand AND b.person = k.person AND r.ended_by IS NULL), 0) AS social,
              COALESCE((SELECT SUM(o.amount_minor - o.refunded_minor) FROM customer b
                JOIN customer_order o ON o.brand = b.brand AND o.customer = b.id
                WHERE b.brand = k.brand AND b.person = k.person AND o.paid_at > g.chosen_at), 0) AS spent
            FROM graduation_candidate g JOIN customer k ON k.brand = g.brand AND k.id = g.customer
            WHERE g.brand = ? AND g.program = ? AND NOT EXISTS (SELECT 1 FROM customer t
              JOIN graduation_candidate y ON y.brand = t.brand AND y.customer = t.id AND y.program = g.program
              WHERE t.brand = k.brand AND t.person = k.person AND y.id < g.id)""";

    private final Sql sql;

    SqlCandidates(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Set<CandidateId> add(BrandId brand, List<Candidate> candidates) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        candidates.forEach(each -> rows.add(CandidateRow.inserted(brand, each)));
        boolean[] flags = sql.add(CandidateRow.ADD, rows);
        var added = new HashSet<CandidateId>();
        for (int i = 0; i < flags.length; i++) {
            if (flags[i]) {
                added.add(candidates.get(i).id());
            }
        }
        return added;
    }

    /// On PostgreSQL rows that somebody else has taken are passed over.
    @Override
    public List<Candidate> takeDue(BrandId brand, Instant now, int atMost) {
        return sql.list(
                sql.onPostgresql() ? DUE + " FOR UPDATE SKIP LOCKED" : DUE, CandidateRow::read, brand, now, atMost);
    }

    @Override
    public Optional<Instant> nextDueAt(BrandId brand) {
        return sql.first(
                "SELECT due_at FROM graduation_candidate WHERE brand = ? AND due_at IS NOT NULL"
                        + " ORDER BY brand, due_at, id FETCH FIRST 1 ROWS ONLY",
                row -> row.instant("due_at"),
                brand);
    }

    @Override
    public void replace(BrandId brand, List<Candidate> candidates) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        candidates.forEach(each -> rows.add(CandidateRow.updated(brand, each)));
        boolean[] changed = sql.change(CandidateRow.UPDATE, rows);
        for (int i = 0; i < changed.length; i++) {
            if (!changed[i]) {
                throw new StaleAggregate("candidate", candidates.get(i).id().value());
            }
        }
    }

    /// Nearly nobody is a candidate: a look comes first.
    @Override
    public void touch(BrandId brand, Collection<CustomerId> births, Instant at) {
        var open = sql.wanted(
                Wanted.numbers(births),
                "g.customer",
                "SELECT g.id FROM graduation_candidate g %s WHERE g.brand = ?"
                        + " AND g.state IN ('CHOSEN', 'INVITED', 'EXPIRED')",
                row -> row.number("id"),
                brand);
        List<@Nullable Object[]> rows = new ArrayList<>();
        open.forEach(id -> rows.add(new @Nullable Object[] {at, brand, id}));
        sql.batch("UPDATE graduation_candidate SET due_at = ? WHERE brand = ? AND id = ?", rows);
    }

    @Override
    public void awaken(BrandId brand, ProgramId program, Instant at) {
        sql.update(
                "UPDATE graduation_candidate SET due_at = ? WHERE brand = ? AND program = ? AND state = 'CHOSEN'",
                at,
                brand,
                program.value());
    }

    @Override
    public Optional<Candidate> byToken(BrandId brand, String token) {
        return sql.first(SELECT + "WHERE g.brand = ? AND g.token = ?", CandidateRow::read, brand, token);
    }

    private record Coming(ChannelAccountId account, int customers) {}

    @Override
    public Map<ChannelAccountId, Integer> openOn(BrandId brand, Set<ChannelAccountId> accounts) {
        var open = new HashMap<ChannelAccountId, Integer>();
        sql.wanted(
                        Wanted.numbers(accounts),
                        "g.account",
                        "SELECT g.account, COUNT(*) AS customers FROM graduation_candidate g %s WHERE g.brand = ?"
                                + " AND g.state IN ('CHOSEN', 'INVITED') GROUP BY g.account",
                        row -> new Coming(new ChannelAccountId(row.number("account")), row.integer("customers")),
                        brand)
                .forEach(each -> open.put(each.account(), each.customers()));
        return open;
    }

    @Override
    public List<Listed> page(
            BrandId brand, ProgramId program, Candidate.@Nullable State state, Sight sight, long after, int atMost) {
        var parameters = new ArrayList<@Nullable Object>();
        String fields = fields(sight, parameters);
        parameters.addAll(List.of(brand, program.value(), after));
        var where = new StringBuilder("WHERE g.brand = ? AND g.program = ? AND g.id > ?");
        if (state != null) {
            where.append(" AND g.state = ?");
            parameters.add(state);
        }
        where.append(seen(sight, parameters));
        parameters.add(atMost);
        return sql.list(
                "SELECT " + CandidateRow.COLUMNS + """
                        , h.public_id AS of_customer, a.public_id AS of_account, x.public_id AS of_send,
                          t.public_id AS of_task, r.public_id AS of_relationship
                        FROM graduation_candidate g
                        JOIN customer k ON k.brand = g.brand AND k.id = g.customer
                        JOIN customer h ON h.brand = k.brand AND h.id = k.person
                        """ + fields + where + " ORDER BY g.id FETCH FIRST ? ROWS ONLY",
                row -> new Listed(
                        CandidateRow.read(row),
                        row.publicId("of_customer"),
                        row.publicIdOrNull("of_account"),
                        row.publicIdOrNull("of_send"),
                        row.publicIdOrNull("of_task"),
                        row.publicIdOrNull("of_relationship")),
                parameters.toArray());
    }

    /// What else is named of a candidate: only what the reader would be shown by its own id.
    private static String fields(Sight sight, List<@Nullable Object> parameters) {
        var seen = Seen.by(sight);
        for (int join = 0; join < 4; join++) {
            parameters.addAll(seen.parameters()); // none where everything is seen
        }
        return "LEFT JOIN channel_account a ON a.brand = g.brand AND a.id = g.account" + seen.account("a")
                + " LEFT JOIN send x ON x.brand = g.brand AND x.id = g.send" + seen.over("x.brand", "x.account")
                + " LEFT JOIN task t ON t.brand = g.brand AND t.id = g.task" + seen.workOf("t.brand", "t.staff")
                + " LEFT JOIN relationship r ON r.brand = g.brand AND r.id = g.relationship"
                + seen.over("r.brand", "r.account") + " ";
    }

    /// Whoever holds an account sees who is led to it; the lost are seen as in the list of those
    /// who may be won back.
    private static String seen(Sight sight, List<@Nullable Object> parameters) {
        var seen = Seen.by(sight);
        if (seen.everything()) {
            return "";
        }
        for (int i = 0; i < 3; i++) {
            parameters.addAll(seen.parameters());
        }
        return " AND (g.account IN (SELECT seen_to.id FROM channel_account seen_to WHERE seen_to.brand = g.brand"
                + seen.account("seen_to") + ") OR (TRUE" + seen.customer("g.brand", "g.customer") + ") OR (TRUE"
                + seen.formerCustomer("g.brand", "g.customer") + "))";
    }

    @Override
    public ProgramResult.Tally tally(BrandId brand, ProgramId program) {
        long delivered = count(
                "SELECT COUNT(*) AS n FROM graduation_candidate g JOIN send_result x ON x.brand = g.brand"
                        + " AND x.send = g.send AND x.status = 'DELIVERED' WHERE g.brand = ? AND g.program = ?",
                brand,
                program);
        return sql.first(
                        TALLY,
                        row -> new ProgramResult.Tally(
                                row.number("chosen"),
                                row.number("invited"),
                                delivered,
                                row.number("accepted"),
                                row.number("expired"),
                                row.number("refused"),
                                row.number("held_out")),
                        brand,
                        program.value())
                .orElseThrow();
    }

    @Override
    public Outcomes outcomes(BrandId brand, ProgramId program) {
        var people = sql.list(
                OUTCOMES + " AND NOT " + IN_BOTH_ARMS + " ORDER BY g.id",
                SqlCandidates::outcome,
                brand,
                program.value());
        long merged = count(
                "SELECT COUNT(*) AS n FROM graduation_candidate g WHERE g.brand = ? AND g.program = ? AND "
                        + IN_BOTH_ARMS,
                brand,
                program);
        return new Outcomes(people, merged);
    }

    private long count(String query, BrandId brand, ProgramId program) {
        return sql.first(query, row -> row.number("n"), brand, program.value()).orElse(0L);
    }

    private static Outcome outcome(Row row) throws SQLException {
        long spent = row.number("spent");
        return new Outcome(
                row.constant("arm", Arm.class),
                row.number("value_before"),
                row.real("social_before"),
                row.real("social"),
                spent,
                spent > 0);
    }
}
