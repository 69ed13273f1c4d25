package cn.siyu.adapter.persistence.graduation;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Seen;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.audience.AudienceSql;
import cn.siyu.adapter.persistence.audience.CustomerColumns;
import cn.siyu.application.graduation.port.Fits;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.graduation.FitFacts;
import cn.siyu.domain.graduation.Program;
import cn.siyu.domain.graduation.ValueScale;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One query each, whatever the number of customers. Who is worth enough is found first, from the
/// orders of the window; only those are looked at closer.
@Singleton
final class SqlFits implements Fits {
    private static final String OF_PERSON = " WHERE b.brand = c.brand AND b.person = c.id ";
    private static final String RELATIONSHIPS =
            "customer b JOIN relationship r ON r.brand = b.brand AND r.customer = b.id";
    private static final String INTERACTIONS =
            "(SELECT COUNT(*) FROM customer b JOIN interaction i ON i.brand = b.brand AND i.customer = b.id" + OF_PERSON
                    + "AND i.occurred_at > ? AND i.kind = ";

    private static final String WORTH = "(SELECT COALESCE(SUM(o.amount_minor - o.refunded_minor), 0) FROM customer b"
            + " JOIN customer_order o ON o.brand = b.brand AND o.customer = b.id" + OF_PERSON + "AND o.paid_at > ?)";

    private static final String OPTED_OUT = "EXISTS (SELECT 1 FROM customer b"
            + " JOIN opt_out x ON x.brand = b.brand AND x.customer = b.id" + OF_PERSON
            + "AND x.touchpoint IN ('ALL', 'PRIVATE_CHAT'))";

    /// The newest record of a birth customer holds.
    private static final String WITHDRAWN = "EXISTS (SELECT 1 FROM customer b"
            + " JOIN consent_record k ON k.brand = b.brand AND k.customer = b.id" + OF_PERSON
            + "AND k.purpose = 'MARKETING' AND k.granted = FALSE AND NOT EXISTS (SELECT 1 FROM consent_record n"
            + " WHERE n.brand = k.brand AND n.customer = k.customer AND n.purpose = k.purpose"
            + " AND (n.occurred_at, n.id) > (k.occurred_at, k.id)))";

    /// The facts of the person `c` with its state `s`, but for what it is worth. Takes [#moment].
    /// Yes is 1 and no is 0: H2 can't compare an EXISTS that comes out of a subquery.
    private static final String FACTS = "s.trust_social, s.confidence, "
            + (INTERACTIONS + "'REPLY') AS replies, ")
            + (INTERACTIONS + "'COMPLAINT') AS complaints, ")
            + ("CASE WHEN " + OPTED_OUT + " OR " + WITHDRAWN + " THEN 1 ELSE 0 END AS unwilling, ")
            + ("CASE WHEN EXISTS (SELECT 1 FROM customer b" + OF_PERSON
                    + "AND b.blacklisted = TRUE) THEN 1 ELSE 0 END AS barred, ")
            + ("CASE WHEN EXISTS (SELECT 1 FROM " + RELATIONSHIPS + " JOIN channel_account a ON a.brand = r.brand"
                    + " AND a.id = r.account" + OF_PERSON
                    + "AND r.ended_at IS NULL AND a.channel = ?) THEN 1 ELSE 0 END AS there, ")
            + ("CASE WHEN s.lost = TRUE THEN (SELECT MAX(r.ended_at) FROM " + RELATIONSHIPS + OF_PERSON
                    + ") END AS lost_at, ")
            + ("(SELECT COUNT(*) FROM " + RELATIONSHIPS + OF_PERSON + "AND r.ended_by = 'CUSTOMER') AS deletions ");

    /// Who is in this program or in one that has not ended, whatever came of it there: being chosen
    /// again would take them out of its comparison unseen. And who was asked and may still come.
    private static final String NOT_UNDER_WAY = " AND NOT EXISTS (SELECT 1 FROM customer b"
            + " JOIN graduation_candidate g ON g.brand = b.brand AND g.customer = b.id"
            + " JOIN graduation_program p ON p.brand = g.brand AND p.id = g.program" + OF_PERSON
            + "AND (g.program = ? OR p.state <> 'ENDED' OR g.state IN ('CHOSEN', 'INVITED')))";

    private static final CustomerColumns COLUMNS = new CustomerColumns();

    private final Sql sql;

    SqlFits(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Percentiles percentiles(BrandId brand, Instant since, List<Double> shares) {
        var columns = new StringBuilder();
        for (int i = 0; i < shares.size(); i++) {
            columns.append(", PERCENTILE_DISC(")
                    .append(shares.get(i).doubleValue())
                    .append(") WITHIN GROUP (ORDER BY v.worth) AS p")
                    .append(i);
        }
        return sql.first(
                        "SELECT COUNT(*) AS buyers" + columns + " " + """
                         FROM (SELECT b.person, SUM(o.amount_minor - o.refunded_minor) AS worth FROM customer_order o
                          JOIN customer b ON b.brand = o.brand AND b.id = o.customer
                          WHERE o.brand = ? AND o.paid_at > ? GROUP BY b.person
                          HAVING SUM(o.amount_minor - o.refunded_minor) > 0) v""",
                        row -> percentiles(row, shares.size()),
                        brand,
                        since)
                .orElseThrow();
    }

    private static Percentiles percentiles(Row row, int count) throws SQLException {
        var amounts = new ArrayList<Long>();
        for (int i = 0; i < count; i++) {
            Long amount = row.numberOrNull("p" + i);
            amounts.add(amount == null ? 0 : amount);
        }
        return new Percentiles(row.number("buyers"), amounts);
    }

    @Override
    public Optional<ValueScale> scale(BrandId brand) {
        return sql.first(
                "SELECT measured_at, since_at, buyers, win_back_from, middle_from, core_from, policy_edition"
                        + " FROM value_scale WHERE brand = ?",
                row -> new ValueScale(
                        row.instant("measured_at"),
                        row.instant("since_at"),
                        row.number("buyers"),
                        row.number("win_back_from"),
                        row.number("middle_from"),
                        row.number("core_from"),
                        row.text("policy_edition")),
                brand);
    }

    @Override
    public void keep(BrandId brand, ValueScale scale) {
        sql.update("DELETE FROM value_scale WHERE brand = ?", brand);
        sql.update(
                """
                INSERT INTO value_scale (brand, measured_at, since_at, buyers, win_back_from, middle_from, core_from,
                  policy_edition)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                brand,
                scale.measuredAt(),
                scale.since(),
                scale.buyers(),
                scale.winBackFrom(),
                scale.middleFrom(),
                scale.coreFrom(),
                scale.policyEdition());
    }

    private record Found(CustomerId customer, FitFacts facts) {}

    @Override
    public Map<CustomerId, FitFacts> of(BrandId brand, Collection<CustomerId> people, Moment moment) {
        if (people.isEmpty()) {
            return Map.of();
        }
        var parameters = new ArrayList<@Nullable Object>(List.of(moment.valueSince()));
        parameters.addAll(moment(moment));
        parameters.add(numbers(people));
        parameters.add(brand);
        var facts = new HashMap<CustomerId, FitFacts>();
        sql.list(
                        "SELECT c.id, " + WORTH + " AS worth, " + FACTS
                                + " FROM unnest(CAST(? AS bigint ARRAY)) AS w(wanted)"
                                + " JOIN customer c ON c.brand = ? AND c.id = w.wanted"
                                + " JOIN customer_state s ON s.brand = c.brand AND s.customer = c.id",
                        row -> new Found(new CustomerId(row.number("id")), facts(row)),
                        parameters.toArray())
                .forEach(each -> facts.put(each.customer(), each.facts()));
        return facts;
    }

    private static Object numbers(Collection<CustomerId> people) {
        return people.stream().map(CustomerId::value).sorted().toArray(Long[]::new);
    }

    private static List<Object> moment(Moment moment) {
        return List.of(moment.repliesSince(), moment.complaintsSince(), moment.channel());
    }

    @Override
    public List<Ranked> ranked(BrandId brand, Search search, int atMost) {
        var parameters = new ArrayList<@Nullable Object>(moment(search.moment()));
        parameters.addAll(List.of(brand, search.moment().valueSince(), search.valueFrom(), brand));
        parameters.add(search.kind() == Program.Kind.WIN_BACK);
        var text = new StringBuilder("SELECT * FROM (SELECT c.id, c.public_id, v.worth, ")
                .append(FACTS)
                .append("""
                         FROM (SELECT b.person, SUM(o.amount_minor - o.refunded_minor) AS worth FROM customer_order o
                          JOIN customer b ON b.brand = o.brand AND b.id = o.customer
                          WHERE o.brand = ? AND o.paid_at > ? GROUP BY b.person
                          HAVING SUM(o.amount_minor - o.refunded_minor) >= ?) v
                         JOIN customer c ON c.brand = ? AND c.id = v.person
                         JOIN customer_state s ON s.brand = c.brand AND s.customer = c.id
                         WHERE s.lost = ?""");
        var audience = search.audience();
        if (audience != null) {
            var condition = AudienceSql.translate(audience, COLUMNS, search.asOf());
            text.append(" AND (").append(condition.text()).append(")");
            parameters.addAll(condition.params());
        }
        text.append(NOT_UNDER_WAY);
        var program = search.program();
        parameters.add(program == null ? 0L : program.value());
        var seen = Seen.by(search.sight());
        text.append(
                search.kind() == Program.Kind.WIN_BACK
                        ? seen.formerCustomer("c.brand", "c.id")
                        : seen.customer("c.brand", "c.id"));
        parameters.addAll(seen.parameters());
        text.append(") f WHERE f.unwilling = 0 AND f.barred = 0 AND ").append(fitting(search, parameters));
        parameters.add(atMost);
        return sql.list(
                text + " FETCH FIRST ? ROWS ONLY",
                row -> new Ranked(new CustomerId(row.number("id")), row.publicId("public_id"), facts(row)),
                parameters.toArray());
    }

    private static String fitting(Search search, List<@Nullable Object> parameters) {
        return switch (search.kind()) {
            case GRADUATION -> {
                parameters.addAll(List.of(
                        search.close().confidence(),
                        search.close().social(),
                        search.close().replies()));
                yield "f.there = 0 AND f.complaints = 0 AND f.trust_social IS NOT NULL AND f.confidence >= ?"
                        + " AND (f.trust_social >= ? OR f.replies >= ?) ORDER BY f.worth * f.trust_social DESC, f.id";
            }
            case WIN_BACK -> {
                parameters.addAll(List.of(search.lost().since(), search.lost().deletionsAtMost()));
                yield "f.lost_at > ? AND f.deletions <= ? ORDER BY f.worth DESC, f.id";
            }
        };
    }

    private static FitFacts facts(Row row) throws SQLException {
        return new FitFacts(
                row.number("worth"),
                row.realOrNull("trust_social"),
                row.real("confidence"),
                (int) Math.min(Integer.MAX_VALUE, row.number("replies")),
                (int) Math.min(Integer.MAX_VALUE, row.number("complaints")),
                row.integer("unwilling") == 1,
                row.integer("barred") == 1,
                row.integer("there") == 1,
                row.instantOrNull("lost_at"),
                (int) Math.min(Integer.MAX_VALUE, row.number("deletions")));
    }
}
