package cn.siyu.adapter.persistence.continuity;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.Wanted;
import cn.siyu.application.continuity.port.CustomerPool.Standing;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.continuity.Transfer;
import cn.siyu.domain.continuity.pool.Tie;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Relationship;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What says whether anybody serves people: two queries, whatever their number.
@Singleton
final class PoolStandings {
    private static final String CONTACTS = """
            , (SELECT MAX(q.resulted_at) FROM customer o JOIN send_result q ON q.brand = o.brand AND q.customer = o.id
                WHERE o.brand = b.brand AND o.person = b.person AND q.account = r.account
                  AND q.status = 'DELIVERED') AS written_at,
              (SELECT MAX(t.ended_at) FROM customer o JOIN task t ON t.brand = o.brand AND t.customer = o.id
                WHERE o.brand = b.brand AND o.person = b.person AND t.staff = a.staff
                  AND t.state = 'DONE') AS done_at""";
    private static final String NO_CONTACTS =
            ", CAST(NULL AS timestamp with time zone) AS written_at, CAST(NULL AS timestamp with time zone) AS done_at";

    private final Sql sql;

    PoolStandings(Sql sql) {
        this.sql = sql;
    }

    private record Person(CustomerId id, boolean barred, long value) {}

    private record OfPerson(CustomerId person, Tie tie) {}

    Map<CustomerId, Standing> of(BrandId brand, Collection<CustomerId> people, boolean contacts) {
        var wanted = Wanted.numbers(people);
        var ties = new HashMap<CustomerId, List<Tie>>();
        sql.wanted(
                        wanted,
                        "b.person",
                        """
                        SELECT b.person, r.added_at, r.ended_at, r.ended_by, r.account, a.staff, a.department, a.state,
                          a.health, a.updated_at AS account_at, s.active, s.updated_at AS staff_at,
                          (SELECT x.state FROM transfer x WHERE x.brand = r.brand AND x.identity = r.identity
                            AND x.relationship = r.id ORDER BY x.id DESC FETCH FIRST 1 ROWS ONLY) AS transfer
                        """ + (contacts ? CONTACTS : NO_CONTACTS) + """
                         FROM customer b %s
                        JOIN relationship r ON r.brand = b.brand AND r.customer = b.id
                        JOIN channel_account a ON a.brand = r.brand AND a.id = r.account
                        JOIN staff s ON s.brand = a.brand AND s.id = a.staff
                        WHERE b.brand = ?""",
                        row -> new OfPerson(new CustomerId(row.number("person")), tie(row)),
                        brand)
                .forEach(one -> ties.computeIfAbsent(one.person(), _ -> new ArrayList<>())
                        .add(one.tie()));
        var standings = new HashMap<CustomerId, Standing>();
        sql.wanted(
                        wanted,
                        "s.customer",
                        """
                        SELECT s.customer, s.orders_amount, CASE WHEN EXISTS (SELECT 1 FROM customer x
                          WHERE x.brand = s.brand AND x.person = s.customer AND x.blacklisted = TRUE) THEN 1 ELSE 0 END AS barred
                        FROM customer_state s %s WHERE s.brand = ?""",
                        row -> new Person(
                                new CustomerId(row.number("customer")),
                                row.integer("barred") == 1,
                                row.number("orders_amount")),
                        brand)
                .forEach(one -> standings.put(
                        one.id(), new Standing(one.barred(), one.value(), ties.getOrDefault(one.id(), List.of()))));
        return standings;
    }

    private static Tie tie(Row row) throws SQLException {
        var endedAt = row.instantOrNull("ended_at");
        boolean usable =
                !row.text("state").equals("CLOSED") && !row.text("health").equals("BLOCKED") && row.flag("active");
        Instant account = row.instant("account_at");
        Instant staff = row.instant("staff_at");
        return new Tie(
                row.instant("added_at"),
                endedAt == null
                        ? null
                        : new Relationship.Ended(row.constant("ended_by", Relationship.By.class), endedAt),
                new ChannelAccountId(row.number("account")),
                new StaffId(row.number("staff")),
                new DepartmentId(row.number("department")),
                usable,
                row.flag("active") ? account : staff,
                handover(row.textOrNull("transfer")),
                Stream.of("written_at", "done_at")
                        .map(column -> moment(row, column))
                        .filter(one -> one != null)
                        .max(Instant::compareTo)
                        .orElse(null));
    }

    private static @Nullable Instant moment(Row row, String column) {
        try {
            return row.instantOrNull(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Tie.Handover handover(@Nullable String state) {
        if (state == null) {
            return Tie.Handover.NONE;
        }
        return switch (Transfer.State.valueOf(state)) {
            case QUEUED, ASKED, UNKNOWN, WAITING -> Tie.Handover.UNDER_WAY;
            case REFUSED, NO_CAPACITY, LIMIT_REACHED, IMPOSSIBLE -> Tie.Handover.FAILED;
            case TAKEN, CANCELLED -> Tie.Handover.NONE;
        };
    }
}
