package cn.siyu.adapter.persistence.insight;

import cn.siyu.adapter.persistence.People;
import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Seen;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.insight.TimelineEntry;
import cn.siyu.application.insight.TimelineEntry.Kind;
import cn.siyu.application.insight.port.CustomerViews.Mark;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What happened with one customer, merged from the tables of facts in one query: each gives its
/// newest rows, of which the newest of all are kept.
@Singleton
final class Timelines {
    /// Newest first; of one moment, by kind and number.
    private static final Comparator<TimelineEntry> ORDER = Comparator.comparing(TimelineEntry::at)
            .reversed()
            .thenComparing(TimelineEntry::kind)
            .thenComparingLong(TimelineEntry::number);

    /// Whose fact a row is, and so who sees it besides seeing the customer.
    private enum Whose {
        CUSTOMER,
        ACCOUNT,
        ACCOUNT_IF_ANY,
        PERSON;

        String cut(Seen seen) {
            return switch (this) {
                case CUSTOMER -> "";
                case ACCOUNT -> seen.account("a");
                case ACCOUNT_IF_ANY -> seen.over("x.brand", "x.account");
                case PERSON -> seen.workOf("x.brand", "x.staff");
            };
        }
    }

    /// An entry of the blacklist that covers several birth customers of a person is told once.
    private static final String FIRST_COVER =
            "x.customer = (SELECT MIN(w.customer) FROM blacklist_cover w JOIN customer wb ON wb.brand = w.brand"
                    + " AND wb.id = w.customer WHERE w.brand = x.brand AND w.entry = x.entry AND wb.person ="
                    + " (SELECT o.person FROM customer o WHERE o.brand = x.brand AND o.id = x.customer))";

    /// Per kind: its table with the conditions of one customer, the moment, what is shown of it,
    /// and what of it is seen.
    private enum Source {
        BEGAN(
                "relationship x JOIN channel_account a ON a.brand = x.brand AND a.id = x.account",
                "'RELATIONSHIP_BEGAN'",
                "x.added_at",
                "x.id, x.public_id, a.name, x.source, CAST(NULL AS bigint)",
                "1 = 1",
                Whose.ACCOUNT),
        ENDED(
                "relationship x JOIN channel_account a ON a.brand = x.brand AND a.id = x.account",
                "'RELATIONSHIP_ENDED'",
                "x.ended_at",
                "x.id, x.public_id, a.name, x.ended_by, CAST(NULL AS bigint)",
                "x.ended_at IS NOT NULL",
                Whose.ACCOUNT),
        SEND(
                "send x LEFT JOIN send_result q ON q.brand = x.brand AND q.send = x.id"
                        + " LEFT JOIN send_batch b ON b.brand = x.brand AND b.id = x.batch",
                "'SEND'",
                "x.created_at",
                "x.id, x.public_id, x.touchpoint, COALESCE(q.status, x.reason, b.state, x.decision),"
                        + " CAST(NULL AS bigint)",
                "1 = 1",
                Whose.ACCOUNT_IF_ANY),
        INTERACTION(
                "interaction x",
                "'INTERACTION'",
                "x.occurred_at",
                "x.id, x.public_id, x.kind, x.touchpoint, CAST(NULL AS bigint)",
                "1 = 1",
                Whose.ACCOUNT_IF_ANY),
        ORDER(
                "customer_order x",
                "'ORDER'",
                "x.paid_at",
                "x.id, x.public_id, x.sales_channel, x.external_id, x.amount_minor",
                "1 = 1"),
        REFUND(
                "customer_order x JOIN order_refund f ON f.brand = x.brand AND f.customer_order = x.id",
                "'REFUND'",
                "f.refunded_at",
                "f.id, x.public_id, x.sales_channel, f.external_id, f.amount_minor",
                "1 = 1"),
        TASK(
                "task x",
                "'TASK'",
                "COALESCE(x.ended_at, x.created_at)",
                "x.id, x.public_id, x.title, x.state, CAST(NULL AS bigint)",
                "1 = 1",
                Whose.PERSON),
        STAGE(
                "stage_transition x",
                "'STAGE'",
                "x.occurred_at",
                "x.id, CAST(NULL AS uuid), x.to_stage, x.fact, CAST(NULL AS bigint)",
                "1 = 1"),
        TAG(
                "tag_change x JOIN tag t ON t.brand = x.brand AND t.id = x.tag",
                "CASE WHEN x.was_set = TRUE THEN 'TAG_SET' ELSE 'TAG_UNSET' END",
                "x.occurred_at",
                "x.id, t.public_id, t.name, x.source, CAST(NULL AS bigint)",
                "1 = 1"),
        CONSENT(
                "consent_record x",
                "CASE WHEN x.granted = TRUE THEN 'CONSENT_GIVEN' ELSE 'CONSENT_WITHDRAWN' END",
                "x.occurred_at",
                "x.id, x.public_id, x.purpose, x.text_version, CAST(NULL AS bigint)",
                "1 = 1"),
        BARRED(
                "blacklist_cover x JOIN blacklist_entry e ON e.brand = x.brand AND e.id = x.entry",
                "'BLACKLISTED'",
                "e.since_at",
                "e.id, e.public_id, e.reason, CAST(NULL AS varchar), CAST(NULL AS bigint)",
                FIRST_COVER),
        UNBARRED(
                "blacklist_cover x JOIN blacklist_entry e ON e.brand = x.brand AND e.id = x.entry",
                "'BLACKLIST_ENDED'",
                "e.ended_at",
                "e.id, e.public_id, e.reason, e.ended_how, CAST(NULL AS bigint)",
                "e.ended_at IS NOT NULL AND " + FIRST_COVER),
        POOL_IN(
                "pool_entry x",
                "'POOL_ENTERED'",
                "x.entered_at",
                "x.id, x.public_id, x.reason, x.state, CAST(NULL AS bigint)",
                "1 = 1"),
        POOL_OUT(
                "pool_entry x",
                "'POOL_LEFT'",
                "x.left_at",
                "x.id, x.public_id, x.reason, x.left_why, CAST(NULL AS bigint)",
                "x.left_at IS NOT NULL"),
        CLAIMED(
                "pool_claim x JOIN channel_account a ON a.brand = x.brand AND a.id = x.account",
                "'POOL_CLAIMED'",
                "x.claimed_at",
                "x.id, x.public_id, a.name, CASE WHEN x.assigned = TRUE THEN 'ASSIGNED' END, CAST(NULL AS bigint)",
                "1 = 1",
                Whose.ACCOUNT),
        CLAIM_ENDED(
                "pool_claim x JOIN channel_account a ON a.brand = x.brand AND a.id = x.account",
                "'POOL_CLAIM_ENDED'",
                "x.ended_at",
                "x.id, x.public_id, a.name, x.ended_how, CAST(NULL AS bigint)",
                "x.ended_at IS NOT NULL",
                Whose.ACCOUNT),
        OPT_OUT(
                "opt_out x",
                "'OPTED_OUT'",
                "x.since",
                "CAST(0 AS bigint), CAST(NULL AS uuid), x.touchpoint, x.source, CAST(NULL AS bigint)",
                "1 = 1");

        private final String table;
        private final String kind;
        private final String moment;
        private final String shown;
        private final String condition;
        private final Whose whose;

        /// What belongs to the customer alone.
        Source(String table, String kind, String moment, String shown, String condition) {
            this(table, kind, moment, shown, condition, Whose.CUSTOMER);
        }

        Source(String table, String kind, String moment, String shown, String condition, Whose whose) {
            this.whose = whose;
            this.table = table;
            this.kind = kind;
            this.moment = moment;
            this.shown = shown;
            this.condition = condition;
        }

        /// The table with the conditions on customer and sight.
        String rows(Seen seen, boolean merged) {
            return table
                    + (merged
                            ? " JOIN customer birth ON birth.brand = x.brand AND birth.id = x.customer"
                                    + " WHERE birth.brand = ? AND birth.person = ? AND "
                            : " WHERE x.brand = ? AND x.customer = ? AND ")
                    + condition
                    + whose.cut(seen);
        }

        /// The parameters of [#rows].
        List<Object> parameters(BrandId brand, Seen seen, CustomerId customer) {
            var all = new ArrayList<Object>(List.of(brand, customer));
            if (!whose.cut(seen).isEmpty()) {
                all.addAll(seen.parameters());
            }
            return all;
        }

        String query(Seen seen, boolean merged, boolean bounded) {
            return "(SELECT " + moment + " AS at, " + kind + " AS kind, " + shown + " FROM " + rows(seen, merged)
                    + (bounded ? " AND " + moment + " <= ?" : "") + " ORDER BY 1 DESC, 2, 3 FETCH FIRST ? ROWS ONLY)";
        }
    }

    private final Sql sql;
    private final People people;

    Timelines(Sql sql, People people) {
        this.people = people;
        this.sql = sql;
    }

    /// Rows of the mark's own moment are asked for again, and those up to the mark dropped: of one
    /// moment there are few.
    List<TimelineEntry> of(BrandId brand, Seen seen, CustomerId customer, @Nullable Mark before, int atMost) {
        boolean merged = !people.births(brand, customer).plain();
        int room = before == null ? atMost : atMost + atSameMoment(brand, seen, customer, merged, before);
        String query = Stream.of(Source.values())
                .map(source -> source.query(seen, merged, before != null))
                .collect(Collectors.joining(" UNION ALL "));
        var parameters = new ArrayList<Object>();
        for (Source source : Source.values()) {
            parameters.addAll(source.parameters(brand, seen, customer));
            if (before != null) {
                parameters.add(before.at());
            }
            parameters.add(room);
        }
        return sql
                .list(
                        "SELECT at, kind, number, id, subject, detail, amount FROM (" + query
                                + ") AS happened (at, kind, number, id, subject, detail, amount)",
                        Timelines::entry,
                        parameters)
                .stream()
                .filter(entry -> before == null || ORDER.compare(entry, asEntry(before)) > 0)
                .sorted(ORDER)
                .limit(atMost)
                .toList();
    }

    private int atSameMoment(BrandId brand, Seen seen, CustomerId customer, boolean merged, Mark mark) {
        String query = Stream.of(Source.values())
                .map(source ->
                        "SELECT COUNT(*) AS n FROM " + source.rows(seen, merged) + " AND " + source.moment + " = ?")
                .collect(Collectors.joining(" UNION ALL "));
        var parameters = new ArrayList<Object>();
        for (Source source : Source.values()) {
            parameters.addAll(source.parameters(brand, seen, customer));
            parameters.add(mark.at());
        }
        return sql.list(query, row -> row.integer("n"), parameters).stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    private static TimelineEntry asEntry(Mark mark) {
        return new TimelineEntry(mark.at(), mark.kind(), mark.number(), null, "", null, null);
    }

    private static TimelineEntry entry(Row row) throws SQLException {
        return new TimelineEntry(
                row.instant("at"),
                row.constant("kind", Kind.class),
                row.number("number"),
                row.publicIdOrNull("id"),
                row.text("subject"),
                row.textOrNull("detail"),
                row.numberOrNull("amount"));
    }
}
