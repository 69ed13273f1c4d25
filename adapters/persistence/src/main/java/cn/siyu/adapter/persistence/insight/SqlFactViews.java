package cn.siyu.adapter.persistence.insight;

import cn.siyu.adapter.persistence.Births;
import cn.siyu.adapter.persistence.People;
import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Seen;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.brand.PageRequest;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.insight.InteractionView;
import cn.siyu.application.insight.OrderView;
import cn.siyu.application.insight.port.FactViews;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.ExternalKey;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.insight.Order;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlFactViews implements FactViews {
    private static final String INTERACTIONS = """
            SELECT f.id, f.public_id, f.source, f.external_id, f.kind, f.signal, f.touchpoint, f.customer,
              f.identity, f.relationship, f.account, f.occurred_at, f.received_at, c.public_id AS customer_public_id,
              r.public_id AS relationship_public_id, a.public_id AS account_public_id, a.address,
              s.public_id AS staff_public_id
            FROM interaction f
            JOIN customer h ON h.brand = f.brand AND h.id = f.customer
            JOIN customer c ON c.brand = h.brand AND c.id = h.person
            LEFT JOIN relationship r ON r.brand = f.brand AND r.id = f.relationship
            LEFT JOIN channel_account a ON a.brand = f.brand AND a.id = f.account
            LEFT JOIN staff s ON s.brand = a.brand AND s.id = a.staff
            WHERE f.brand = ?""";
    private static final String ORDERS = """
            SELECT f.id, f.public_id, f.source, f.external_id, f.customer, f.identity, f.store, f.sales_channel,
              f.paid_at, f.amount_minor, f.refunded_minor, f.received_at, f.currency,
              c.public_id AS customer_public_id, d.public_id AS store_public_id, d.external_id AS store_external_id
            FROM customer_order f
            JOIN customer h ON h.brand = f.brand AND h.id = f.customer
            JOIN customer c ON c.brand = h.brand AND c.id = h.person
            LEFT JOIN department d ON d.brand = f.brand AND d.id = f.store
            WHERE f.brand = ?""";

    private final Sql sql;
    private final People people;
    private final OrderRows orderRows;

    SqlFactViews(Sql sql, OrderRows orderRows, People people) {
        this.people = people;
        this.sql = sql;
        this.orderRows = orderRows;
    }

    @Override
    public Optional<InteractionView> interaction(BrandId brand, Sight sight, PublicId id) {
        var parameters = new ArrayList<Object>(List.of(brand, id));
        String query = INTERACTIONS + " AND f.public_id = ?" + seenInteraction(sight, parameters);
        return sql.first(query, SqlFactViews::interaction, parameters);
    }

    @Override
    public List<InteractionView> interactions(BrandId brand, Sight sight, Wanted wanted, PageRequest page) {
        var parameters = new ArrayList<Object>(List.of(brand));
        var query = new StringBuilder(INTERACTIONS);
        if (!wanted.kinds().isEmpty()) {
            query.append(" AND f.kind IN (")
                    .append(Sql.marks(wanted.kinds().size()))
                    .append(')');
            parameters.addAll(wanted.kinds());
        }
        String rest = part(
                "f.occurred_at", SqlFactViews::seenInteraction, sight, wanted, births(brand, wanted), page, parameters);
        return sql.list(query.append(rest).toString(), SqlFactViews::interaction, parameters);
    }

    @Override
    public Optional<OrderView> order(BrandId brand, Sight sight, PublicId id) {
        var parameters = new ArrayList<Object>(List.of(brand, id));
        String query = ORDERS + " AND f.public_id = ?" + seen(sight, parameters);
        return whole(brand, sql.list(query, SqlFactViews::order, parameters)).stream()
                .findFirst();
    }

    @Override
    public Optional<OrderView> order(BrandId brand, Sight sight, ExternalKey key) {
        var parameters = new ArrayList<Object>(List.of(brand, key.source(), key.value()));
        String query = ORDERS + " AND f.source = ? AND f.external_id = ?" + seen(sight, parameters);
        return whole(brand, sql.list(query, SqlFactViews::order, parameters)).stream()
                .findFirst();
    }

    @Override
    public List<OrderView> orders(BrandId brand, Sight sight, Wanted wanted, PageRequest page) {
        var parameters = new ArrayList<Object>(List.of(brand));
        String query =
                ORDERS + part("f.paid_at", SqlFactViews::seen, sight, wanted, births(brand, wanted), page, parameters);
        return whole(brand, sql.list(query, SqlFactViews::order, parameters));
    }

    private @Nullable Births births(BrandId brand, Wanted wanted) {
        var customer = wanted.customer();
        return customer == null ? null : people.births(brand, customer);
    }

    /// Which part of the facts, in which order: what follows the brand in a query.
    private static String part(
            String moment,
            BiFunction<Sight, List<Object>, String> seen,
            Sight sight,
            Wanted wanted,
            @Nullable Births births,
            PageRequest page,
            List<Object> parameters) {
        var text = new StringBuilder();
        if (births != null) {
            text.append(" AND ").append(births.condition("f.customer"));
            parameters.addAll(List.of(births.numbers()));
        }
        add(text, " AND " + moment + " >= ?", wanted.from(), parameters);
        add(text, " AND " + moment + " < ?", wanted.until(), parameters);
        text.append(seen.apply(sight, parameters));
        String beyond = page.descending() ? "<" : ">";
        var after = page.after();
        if (after != null) {
            var at = Instant.parse(after.key());
            text.append(" AND (%1$s %2$s ? OR %1$s = ? AND f.id %2$s ?)".formatted(moment, beyond));
            parameters.addAll(List.of(at, at, after.id()));
        }
        parameters.add(page.limit());
        String direction = page.descending() ? " DESC" : "";
        return text.append(" ORDER BY %1$s%2$s, f.id%2$s FETCH FIRST ? ROWS ONLY".formatted(moment, direction))
                .toString();
    }

    private static String seen(Sight sight, List<Object> parameters) {
        var seen = Seen.by(sight);
        parameters.addAll(seen.parameters());
        return seen.customer("f.brand", "f.customer");
    }

    /// An interaction with an account is that account's fact.
    private static String seenInteraction(Sight sight, List<Object> parameters) {
        String customer = seen(sight, parameters);
        var seen = Seen.by(sight);
        parameters.addAll(seen.parameters());
        return customer + seen.over("f.brand", "f.account");
    }

    private static void add(StringBuilder text, String condition, @Nullable Object value, List<Object> parameters) {
        if (value != null) {
            text.append(condition);
            parameters.add(value);
        }
    }

    private static InteractionView interaction(Row row) throws SQLException {
        return new InteractionView(
                SqlInteractions.interaction(row),
                row.publicId("customer_public_id"),
                row.publicIdOrNull("relationship_public_id"),
                account(row));
    }

    private static InteractionView.@Nullable Account account(Row row) throws SQLException {
        var id = row.publicIdOrNull("account_public_id");
        return id == null
                ? null
                : new InteractionView.Account(id, row.text("address"), row.publicId("staff_public_id"));
    }

    private static OrderView order(Row row) throws SQLException {
        var store = row.publicIdOrNull("store_public_id");
        return new OrderView(
                OrderRows.order(row),
                row.text("currency"),
                row.publicId("customer_public_id"),
                store == null ? null : new OrderView.Store(store, row.textOrNull("store_external_id")),
                List.of());
    }

    private List<OrderView> whole(BrandId brand, List<OrderView> views) {
        var orders =
                orderRows.withLines(brand, views.stream().map(OrderView::order).toList());
        var refunds = orderRows.refunds(brand, orders.stream().map(Order::id).toList());
        var whole = new ArrayList<OrderView>();
        for (int i = 0; i < views.size(); i++) {
            var view = views.get(i);
            var order = orders.get(i);
            whole.add(new OrderView(
                    order,
                    view.currency(),
                    view.customer(),
                    view.store(),
                    refunds.getOrDefault(order.id(), List.of())));
        }
        return whole;
    }
}
