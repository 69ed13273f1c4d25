package cn.siyu.adapter.persistence.sop;

import cn.siyu.adapter.persistence.Numbers;
import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Seen;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.audience.AudienceSql;
import cn.siyu.adapter.persistence.audience.CustomerColumns;
import cn.siyu.adapter.persistence.audience.SqlFragment;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.sop.port.Audiences;
import cn.siyu.domain.audience.AsOf;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlAudiences implements Audiences {
    private static final String STATES = "LEFT JOIN customer_state s ON s.brand = c.brand AND s.customer = c.id";

    private static final CustomerColumns COLUMNS = new CustomerColumns();

    private final Sql sql;

    SqlAudiences(Sql sql) {
        this.sql = sql;
    }

    private record Member(int question, CustomerId customer) {}

    @Override
    public List<Set<CustomerId>> members(BrandId brand, List<Question> questions, AsOf asOf) {
        List<String> selects = new ArrayList<>();
        List<@Nullable Object> parameters = new ArrayList<>();
        List<Set<CustomerId>> answers = new ArrayList<>();
        for (Question question : questions) {
            SqlFragment condition = AudienceSql.translate(question.audience(), COLUMNS, asOf);
            selects.add("SELECT " + answers.size() + " AS question, h.id AS id FROM " + Numbers.WANTED
                    + " JOIN customer h ON h.brand = ? AND h.id = wanted.n"
                    + " JOIN customer c ON c.brand = h.brand AND c.id = h.person " + STATES + " WHERE "
                    + condition.text());
            parameters.add(Numbers.of(question.customers(), CustomerId::value));
            parameters.add(brand);
            parameters.addAll(condition.params());
            answers.add(new HashSet<>());
        }
        if (!selects.isEmpty()) {
            sql.list(
                            String.join(" UNION ALL ", selects),
                            row -> new Member(row.integer("question"), new CustomerId(row.number("id"))),
                            parameters.toArray())
                    .forEach(each -> answers.get(each.question()).add(each.customer()));
        }
        return answers;
    }

    @Override
    public List<Candidate> candidates(BrandId brand, Wanted wanted, AsOf asOf, long after, int atMost) {
        SqlFragment condition = AudienceSql.translate(wanted.audience(), COLUMNS, asOf);
        var enteredBefore = wanted.enteredBefore();
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(brand);
        parameters.add(after);
        parameters.addAll(condition.params());
        parameters.add(wanted.sop().value());
        String entered = "";
        if (enteredBefore != null) {
            entered = " AND (e.open_key = 0 OR e.enrolled_at > ?)";
            parameters.add(enteredBefore);
        }
        var seen = Seen.by(wanted.sight());
        parameters.addAll(seen.parameters());
        parameters.add(atMost);
        return sql.list(
                "SELECT c.id, c.public_id, c.zone FROM customer c " + STATES
                        + " WHERE c.brand = ? AND c.person = c.id AND c.id > ? AND (" + condition.text()
                        + ") AND NOT EXISTS (SELECT 1 FROM customer b JOIN enrolment e ON e.brand = b.brand"
                        + " AND e.customer = b.id WHERE b.brand = c.brand AND b.person = c.id AND e.sop = ?" + entered
                        + ")" + seen.customer("c.brand", "c.id") + " ORDER BY c.brand, c.id FETCH FIRST ? ROWS ONLY",
                SqlAudiences::candidate,
                parameters.toArray());
    }

    @Override
    public Set<CustomerId> seen(BrandId brand, Collection<CustomerId> customers, Sight sight) {
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(Numbers.of(customers, CustomerId::value));
        parameters.add(brand);
        var seen = Seen.by(sight);
        parameters.addAll(seen.parameters());
        return new HashSet<>(sql.list(
                "SELECT c.id FROM " + Numbers.WANTED + " JOIN customer c ON c.brand = ? AND c.id = wanted.n WHERE 1 = 1"
                        + seen.customer("c.brand", "c.id"),
                row -> new CustomerId(row.number("id")),
                parameters.toArray()));
    }

    private static Candidate candidate(Row row) throws SQLException {
        String zone = row.textOrNull("zone");
        return new Candidate(
                new CustomerId(row.number("id")), row.publicId("public_id"), zone == null ? null : ZoneId.of(zone));
    }
}
