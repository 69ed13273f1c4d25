package cn.siyu.adapter.persistence.customer;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.Wanted;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.InitialTrust;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlCustomers implements Customers {
    /// The strictest of all birth customers counts.
    private static final String BLACKLISTED = "EXISTS (SELECT 1 FROM customer x"
            + " WHERE x.brand = c.brand AND x.person = c.id AND x.blacklisted) AS blacklisted";

    private final CustomerRows rows;
    private final CustomerMapping mapping;
    private final Sql sql;

    SqlCustomers(CustomerRows rows, CustomerMapping mapping, Sql sql) {
        this.rows = rows;
        this.mapping = mapping;
        this.sql = sql;
    }

    @Override
    public void add(BrandId brand, Collection<Customer> customers, InitialTrust trust) {
        if (customers.isEmpty()) {
            return;
        }
        var people = new ArrayList<@Nullable Object[]>();
        var states = new ArrayList<@Nullable Object[]>();
        for (Customer customer : customers) {
            people.add(new @Nullable Object[] {
                brand,
                customer.id(),
                customer.publicId(),
                customer.id(),
                customer.id(),
                customer.nickname(),
                customer.gender(),
                customer.zone(),
                customer.blacklisted(),
                customer.version(),
                customer.createdAt(),
                customer.updatedAt()
            });
            states.add(new @Nullable Object[] {
                brand,
                customer.id(),
                customer.createdAt(),
                trust.brand(),
                trust.confidence(),
                trust.asOf(),
                trust.edition()
            });
        }
        sql.batch("""
                INSERT INTO customer (brand, id, public_id, person, component, nickname, gender, zone, blacklisted,
                  version, created_at, updated_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", people);
        sql.batch("""
                INSERT INTO customer_state (brand, customer, stage, stage_since, dormant, lost, orders_count,
                  orders_amount, trust_brand, confidence, trust_as_of, trust_edition)
                VALUES (?, ?, 'ENTRANCE', ?, FALSE, FALSE, 0, 0, ?, ?, ?, ?)""", states);
    }

    @Override
    public Optional<Customer> find(BrandId brand, CustomerId id) {
        return rows.findByBrandAndId(brand.value(), id.value()).map(mapping::customer);
    }

    @Override
    public List<Customer> findAll(BrandId brand, Collection<CustomerId> ids) {
        return sql.wanted(
                Wanted.numbers(ids),
                "id",
                "SELECT id, public_id, nickname, gender, zone, blacklisted, version, created_at, updated_at"
                        + " FROM customer %s WHERE brand = ? ORDER BY id",
                SqlCustomers::customer,
                brand);
    }

    private static Customer customer(Row row) throws SQLException {
        String zone = row.textOrNull("zone");
        return new Customer(
                new CustomerId(row.number("id")),
                row.publicId("public_id"),
                row.textOrNull("nickname"),
                row.constant("gender", Customer.Gender.class),
                zone == null ? null : ZoneId.of(zone),
                row.flag("blacklisted"),
                row.integer("version"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }

    @Override
    public Optional<Customer> byPublicId(BrandId brand, PublicId id) {
        return sql.first(
                "SELECT c.id, c.public_id, c.nickname, c.gender, c.zone, " + BLACKLISTED
                        + ", c.version, c.created_at, c.updated_at FROM customer b JOIN customer c ON c.brand = b.brand AND c.id = b.person"
                        + " WHERE b.brand = ? AND b.public_id = ?",
                SqlCustomers::customer,
                brand,
                id);
    }

    @Override
    public Optional<CustomerId> birthOf(BrandId brand, PublicId id) {
        return sql.first(
                "SELECT id FROM customer WHERE brand = ? AND public_id = ?",
                row -> new CustomerId(row.number("id")),
                brand,
                id);
    }

    @Override
    public Map<PublicId, CustomerId> byPublicIds(BrandId brand, Collection<PublicId> ids) {
        var found = new HashMap<PublicId, CustomerId>();
        if (!ids.isEmpty()) {
            sql.list(
                            "SELECT person, public_id FROM customer WHERE brand = ? AND public_id IN ("
                                    + Sql.marks(ids.size()) + ")",
                            row -> Map.entry(row.publicId("public_id"), new CustomerId(row.number("person"))),
                            brand,
                            ids)
                    .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        }
        return found;
    }

    @Override
    public void replace(BrandId brand, Customer customer) {
        replaceAll(brand, List.of(customer));
    }

    @Override
    public void replaceAll(BrandId brand, Collection<Customer> customers) {
        boolean[] replaced = sql.change(
                """
                UPDATE customer SET nickname = ?, gender = ?, zone = ?, version = ?, updated_at = ?
                WHERE brand = ? AND id = ? AND version = ?""",
                customers.stream()
                        .map(customer -> new @Nullable Object[] {
                            customer.nickname(),
                            customer.gender(),
                            customer.zone(),
                            customer.version(),
                            customer.updatedAt(),
                            brand,
                            customer.id(),
                            customer.version() - 1
                        })
                        .toList());
        int at = 0;
        for (Customer customer : customers) {
            if (!replaced[at++]) {
                throw new StaleAggregate("customer", customer.id().value());
            }
        }
    }
}
