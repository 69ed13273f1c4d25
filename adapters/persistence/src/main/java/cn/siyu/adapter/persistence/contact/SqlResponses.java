package cn.siyu.adapter.persistence.contact;

import cn.siyu.adapter.persistence.Numbers;
import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.contact.port.Responses;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
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

@Singleton
final class SqlResponses implements Responses {
    /// Whether an answer would have been seen: some customer answered at the account inside the
    /// window, or a feed was connected all the time.
    private static final String OBSERVED = """
            coalesce(r.observed, EXISTS (SELECT 1 FROM interaction i
                WHERE i.brand = r.brand AND i.account = r.account
                  AND i.occurred_at >= r.resulted_at AND i.occurred_at < r.window_until)
              OR EXISTS (SELECT 1 FROM response_source s
                WHERE s.brand = r.brand AND s.account IN (0, r.account) AND s.live_from <= r.resulted_at
                  AND (s.live_until IS NULL OR s.live_until >= r.window_until)))""";

    private final Sql sql;

    SqlResponses(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<CustomerId> dueCustomers(BrandId brand, Instant now, int atMost) {
        return sql.list("""
                SELECT customer FROM send_result WHERE brand = ? AND response = 'OPEN' AND window_until <= ?
                ORDER BY brand, response, window_until, send FETCH FIRST ? ROWS ONLY""", row -> new CustomerId(row.number("customer")), brand, now, atMost).stream()
                .distinct()
                .toList();
    }

    @Override
    public Optional<Instant> nextDueAt(BrandId brand) {
        return sql.first("""
                SELECT window_until FROM send_result WHERE brand = ? AND response = 'OPEN'
                ORDER BY brand, response, window_until, send FETCH FIRST 1 ROWS ONLY""", row -> row.instant("window_until"), brand);
    }

    @Override
    public List<CustomerId> contacted(BrandId brand, Collection<CustomerId> customers) {
        return sql.list(
                """
                SELECT DISTINCT r.customer FROM %s JOIN send_result r ON r.customer = wanted.n
                WHERE r.brand = ? AND r.response IS NOT NULL ORDER BY r.customer""".formatted(Numbers.WANTED),
                row -> new CustomerId(row.number("customer")),
                Numbers.of(customers, CustomerId::value),
                brand);
    }

    @Override
    public List<Window> windows(BrandId brand, Collection<CustomerId> customers, Instant since) {
        return sql.list(
                "SELECT r.send, r.customer, r.relationship, r.contact_class, r.resulted_at, r.window_until, r.response,"
                        + " r.responded_at, r.streak, " + OBSERVED + " AS seen FROM " + Numbers.WANTED
                        + " JOIN send_result r ON r.customer = wanted.n " + """
                WHERE r.brand = ? AND r.response IS NOT NULL AND r.resulted_at >= ?
                ORDER BY r.customer, r.resulted_at, r.send""",
                SqlResponses::window,
                Numbers.of(customers, CustomerId::value),
                brand,
                since);
    }

    private static Window window(Row row) throws SQLException {
        return new Window(
                new SendId(row.number("send")),
                new CustomerId(row.number("customer")),
                new RelationshipId(row.number("relationship")),
                row.constant("contact_class", ContactClass.class),
                row.instant("resulted_at"),
                row.instant("window_until"),
                row.constant("response", Status.class),
                row.flag("seen"),
                row.instantOrNull("responded_at"),
                row.integerOrNull("streak"));
    }

    private record Answered(CustomerId customer, Instant at) {}

    @Override
    public Map<CustomerId, List<Instant>> answers(BrandId brand, Collection<CustomerId> customers, Instant since) {
        Map<CustomerId, List<Instant>> answers = new HashMap<>();
        sql.list(
                        """
                SELECT DISTINCT a.customer, a.answered_at FROM %s JOIN contact_answer a ON a.customer = wanted.n
                WHERE a.brand = ? AND a.answered_at >= ? ORDER BY a.customer, a.answered_at""".formatted(Numbers.WANTED),
                        row -> new Answered(new CustomerId(row.number("customer")), row.instant("answered_at")),
                        Numbers.of(customers, CustomerId::value),
                        brand,
                        since)
                .forEach(each -> answers.computeIfAbsent(each.customer(), _ -> new ArrayList<>())
                        .add(each.at()));
        return answers;
    }

    @Override
    public void addAnswers(BrandId brand, List<Given> answers) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        answers.forEach(answer ->
                rows.add(new @Nullable Object[] {brand, answer.customer().value(), answer.at(), answer.kind()}));
        sql.batch("""
                INSERT INTO contact_answer (brand, customer, answered_at, kind) VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING""", rows);
    }

    @Override
    public void write(BrandId brand, List<Window> windows) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Window window : windows) {
            rows.add(new @Nullable Object[] {
                window.status(),
                window.until(),
                window.status() == Status.OPEN ? null : window.observed(),
                window.respondedAt(),
                window.streak(),
                brand,
                window.send().value()
            });
        }
        sql.batch("""
                UPDATE send_result SET response = ?, window_until = ?, observed = coalesce(CAST(? AS boolean), observed),
                  responded_at = ?, streak = ?
                WHERE brand = ? AND send = ?""", rows);
    }

    @Override
    public void sourceLive(BrandId brand, @Nullable ChannelAccountId source, Instant from, @Nullable Instant until) {
        sql.update(
                "INSERT INTO response_source (brand, account, live_from, live_until) VALUES (?, ?, ?, ?)",
                brand,
                source == null ? 0L : source.value(),
                from,
                until);
    }
}
