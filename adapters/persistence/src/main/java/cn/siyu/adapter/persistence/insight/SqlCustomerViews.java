package cn.siyu.adapter.persistence.insight;

import cn.siyu.adapter.persistence.Seen;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.audience.AudienceSql;
import cn.siyu.adapter.persistence.audience.CustomerColumns;
import cn.siyu.adapter.persistence.audience.SqlFragment;
import cn.siyu.application.brand.PageRequest;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.insight.CustomerDetail;
import cn.siyu.application.insight.CustomerSummary;
import cn.siyu.application.insight.TimelineEntry;
import cn.siyu.application.insight.port.CustomerViews;
import cn.siyu.domain.audience.AsOf;
import cn.siyu.domain.audience.Expression;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlCustomerViews implements CustomerViews {
    private final Sql sql;
    private final CustomerDetails details;
    private final Timelines timelines;

    SqlCustomerViews(Sql sql, CustomerDetails details, Timelines timelines) {
        this.sql = sql;
        this.details = details;
        this.timelines = timelines;
    }

    @Override
    public List<Listed> search(BrandId brand, Sight sight, @Nullable Expression filter, AsOf asOf, PageRequest page) {
        var order = CustomerOrder.of(page.sort());
        String direction = page.descending() ? " DESC" : "";
        var parameters = new ArrayList<Object>(List.of(brand));
        var text = new StringBuilder(SummaryColumns.SELECT)
                .append(" WHERE c.brand = ? AND c.person = c.id")
                .append(narrowed(sight, filter, asOf, parameters));
        var after = page.after();
        if (after != null) {
            text.append(order.after(page.descending()));
            parameters.addAll(order.parameters(after));
        }
        parameters.add(page.limit());
        return sql.list(
                text.append(" ORDER BY " + order.columns(direction) + " FETCH FIRST ? ROWS ONLY")
                        .toString(),
                row -> {
                    var summary = SummaryColumns.read(row);
                    return new Listed(summary, order.place(summary));
                },
                parameters);
    }

    @Override
    public long count(BrandId brand, Sight sight, @Nullable Expression filter, AsOf asOf) {
        var parameters = new ArrayList<Object>(List.of(brand));
        return sql.list(
                        "SELECT COUNT(*) AS n" + SummaryColumns.FROM + " WHERE c.brand = ? AND c.person = c.id"
                                + narrowed(sight, filter, asOf, parameters),
                        row -> row.number("n"),
                        parameters)
                .getFirst();
    }

    @Override
    public Optional<CustomerId> find(BrandId brand, Sight sight, PublicId customer) {
        var parameters = new ArrayList<Object>(List.of(brand, customer));
        return sql
                .list(
                        "SELECT c.person AS id FROM customer c WHERE c.brand = ? AND c.public_id = ?"
                                + seen(sight, parameters),
                        row -> new CustomerId(row.number("id")),
                        parameters)
                .stream()
                .findFirst();
    }

    @Override
    public Optional<CustomerId> findFormer(BrandId brand, Sight sight, PublicId customer) {
        var seen = Seen.by(sight);
        var parameters = new ArrayList<Object>(List.of(brand, customer));
        parameters.addAll(seen.parameters());
        return sql
                .list(
                        "SELECT c.person AS id FROM customer c JOIN customer_state s ON s.brand = c.brand"
                                + " AND s.customer = c.person WHERE c.brand = ? AND c.public_id = ? AND s.lost = TRUE"
                                + seen.formerCustomer("c.brand", "c.id"),
                        row -> new CustomerId(row.number("id")),
                        parameters)
                .stream()
                .findFirst();
    }

    @Override
    public Map<PublicId, CustomerId> findAll(BrandId brand, Sight sight, Collection<PublicId> customers) {
        if (customers.isEmpty()) {
            return Map.of();
        }
        var parameters = new ArrayList<Object>(customers);
        parameters.add(brand);
        String text = seen(sight, parameters);
        Map<PublicId, CustomerId> found = new HashMap<>();
        sql.list(
                        "SELECT c.person AS id, c.public_id FROM customer c WHERE c.public_id IN ("
                                + Sql.marks(customers.size()) + ") AND c.brand = ?" + text,
                        row -> Map.entry(row.publicId("public_id"), new CustomerId(row.number("id"))),
                        parameters)
                .forEach(each -> found.put(each.getKey(), each.getValue()));
        return found;
    }

    private record Found(CustomerSummary summary, boolean merged) {}

    @Override
    public Optional<CustomerDetail> detail(BrandId brand, Sight sight, PublicId customer) {
        var parameters = new ArrayList<Object>(List.of(brand, customer));
        return sql
                .list(
                        SummaryColumns.BY_ID + seen(sight, parameters),
                        row -> new Found(SummaryColumns.read(row), row.flag("merged")),
                        parameters)
                .stream()
                .findFirst()
                .map(found -> details.of(brand, Seen.by(sight), found.summary(), found.merged()));
    }

    @Override
    public List<TimelineEntry> timeline(
            BrandId brand, Sight sight, CustomerId customer, @Nullable Mark before, int atMost) {
        return timelines.of(brand, Seen.by(sight), customer, before, atMost);
    }

    private static String narrowed(Sight sight, @Nullable Expression filter, AsOf asOf, List<Object> parameters) {
        String text = seen(sight, parameters);
        if (filter == null) {
            return text;
        }
        SqlFragment condition = AudienceSql.translate(filter, new CustomerColumns(), asOf);
        parameters.addAll(condition.params());
        return text + " AND (" + condition.text() + ")";
    }

    private static String seen(Sight sight, List<Object> parameters) {
        var seen = Seen.by(sight);
        parameters.addAll(seen.parameters());
        return seen.customer("c.brand", "c.id");
    }
}
