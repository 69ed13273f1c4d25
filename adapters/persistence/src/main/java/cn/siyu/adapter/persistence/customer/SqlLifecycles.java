package cn.siyu.adapter.persistence.customer;

import cn.siyu.adapter.persistence.People;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.Wanted;
import cn.siyu.application.customer.port.Lifecycles;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.lifecycle.LifecycleFact;
import cn.siyu.domain.customer.lifecycle.LifecycleFacts;
import cn.siyu.domain.customer.lifecycle.Stage;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlLifecycles implements Lifecycles {
    private final Sql sql;
    private final People people;
    private final LifecycleFactRows facts;

    SqlLifecycles(Sql sql, LifecycleFactRows facts, People people) {
        this.people = people;
        this.sql = sql;
        this.facts = facts;
    }

    @Override
    public void lock(BrandId brand, Collection<CustomerId> customers) {
        sql.lock(brand, "customer_state", "customer", customers);
    }

    @Override
    public Map<CustomerId, LifecycleFacts> facts(BrandId brand, Collection<CustomerId> customers) {
        var byCustomer = new HashMap<CustomerId, List<LifecycleFact>>();
        if (!customers.isEmpty()) {
            var births = people.withBirths(brand, customers);
            facts.read(
                    brand,
                    births,
                    (birth, fact) -> births.asked(birth)
                            .forEach(customer -> byCustomer
                                    .computeIfAbsent(customer, _ -> new ArrayList<>())
                                    .add(fact)));
        }
        var all = new HashMap<CustomerId, LifecycleFacts>();
        byCustomer.forEach((customer, known) -> all.put(customer, LifecycleFacts.of(known)));
        return all;
    }

    @Override
    public Map<CustomerId, Standing> standings(BrandId brand, Collection<CustomerId> customers) {
        var standings = new HashMap<CustomerId, Standing>();
        sql.wanted(
                        Wanted.numbers(customers),
                        "customer",
                        "SELECT customer, stage, stage_since, dormant, lost, stage_due_at FROM customer_state %s"
                                + " WHERE brand = ?",
                        row -> Map.entry(
                                new CustomerId(row.number("customer")),
                                new Standing(
                                        row.constant("stage", Stage.class),
                                        row.instant("stage_since"),
                                        row.flag("dormant"),
                                        row.flag("lost"),
                                        row.instantOrNull("stage_due_at"))),
                        brand)
                .forEach(entry -> standings.put(entry.getKey(), entry.getValue()));
        return standings;
    }

    @Override
    public void keep(BrandId brand, Map<CustomerId, Standing> standings) {
        if (standings.isEmpty()) {
            return;
        }
        var rows = new ArrayList<@Nullable Object[]>();
        standings.forEach((customer, standing) -> rows.add(new @Nullable Object[] {
            standing.stage(), standing.since(), standing.dormant(), standing.lost(), standing.dueAt(), brand, customer
        }));
        sql.change("""
                UPDATE customer_state SET stage = ?, stage_since = ?, dormant = ?, lost = ?, stage_due_at = ?
                WHERE brand = ? AND customer = ?""", rows);
        addUp(brand, standings.keySet());
    }

    /// Only for customers who have anything to add up, or had.
    private void addUp(BrandId brand, Collection<CustomerId> customers) {
        var some = new HashSet<Long>();
        var births = people.withBirths(brand, customers);
        var wanted = births.wanted();
        for (String query : List.of(
                "SELECT DISTINCT customer FROM customer_order %s WHERE brand = ?",
                "SELECT DISTINCT customer FROM interaction %s WHERE brand = ?",
                "SELECT customer FROM customer_state %s WHERE brand = ?"
                        + " AND (orders_count <> 0 OR last_interaction_at IS NOT NULL)")) {
            sql.wanted(wanted, "customer", query, row -> row.number("customer"), brand)
                    .forEach(birth -> births.asked(birth).forEach(customer -> some.add(customer.value())));
        }
        String net = "FROM customer b JOIN customer_order o ON o.brand = b.brand AND o.customer = b.id"
                + " WHERE b.brand = customer_state.brand AND b.person = customer_state.customer"
                + " AND (o.refunded_minor = 0 OR o.refunded_minor < o.amount_minor)";
        sql.change(
                "UPDATE customer_state SET orders_count = (SELECT COUNT(*) " + net + "),"
                        + " orders_amount = (SELECT COALESCE(SUM(o.amount_minor - o.refunded_minor), 0) " + net + "),"
                        + " first_paid_at = (SELECT MIN(o.paid_at) " + net + "),"
                        + " last_paid_at = (SELECT MAX(o.paid_at) " + net + "),"
                        + " last_interaction_at = (SELECT MAX(i.occurred_at) FROM customer b"
                        + " JOIN interaction i ON i.brand = b.brand AND i.customer = b.id"
                        + " WHERE b.brand = customer_state.brand AND b.person = customer_state.customer)"
                        + " WHERE brand = ? AND customer = ?",
                some.stream()
                        .sorted()
                        .map(customer -> new @Nullable Object[] {brand, customer})
                        .toList());
    }

    @Override
    public void note(BrandId brand, Collection<Moved> changes) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (Moved change : changes) {
            rows.add(new @Nullable Object[] {
                brand, change.id(), change.customer(), change.from(), change.to(), change.fact(), change.at()
            });
        }
        sql.batch("""
                INSERT INTO stage_transition (brand, id, customer, from_stage, to_stage, fact, occurred_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""", rows);
    }

    @Override
    public List<CustomerId> due(BrandId brand, Instant now, int atMost) {
        return sql.list("""
                SELECT customer FROM customer_state WHERE brand = ? AND stage_due_at <= ?
                ORDER BY brand, stage_due_at, customer FETCH FIRST ? ROWS ONLY""", row -> new CustomerId(row.number("customer")), brand, now, atMost);
    }

    @Override
    public Optional<Instant> nextDueAt(BrandId brand) {
        return sql.first("""
                SELECT stage_due_at FROM customer_state WHERE brand = ? AND stage_due_at IS NOT NULL
                ORDER BY brand, stage_due_at, customer FETCH FIRST 1 ROWS ONLY""", row -> row.instant("stage_due_at"), brand);
    }

    @Override
    public List<CustomerId> people(BrandId brand, long after, int atMost) {
        return sql.list("""
                SELECT customer FROM customer_state WHERE brand = ? AND customer > ?
                ORDER BY brand, customer FETCH FIRST ? ROWS ONLY""", row -> new CustomerId(row.number("customer")), brand, after, atMost);
    }

    @Override
    public Optional<Round> round(BrandId brand) {
        return sql.first(
                "SELECT policy_edition, as_of, after_customer, finished FROM lifecycle_round WHERE brand = ?",
                row -> new Round(
                        row.text("policy_edition"),
                        row.instant("as_of"),
                        row.number("after_customer"),
                        row.flag("finished")),
                brand);
    }

    @Override
    public boolean save(BrandId brand, @Nullable Round before, Round next) {
        return before == null
                ? sql.update("""
                                INSERT INTO lifecycle_round (brand, policy_edition, as_of, after_customer, finished)
                                VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""", brand, next.policyEdition(), next.asOf(), next.after(), next.over()) > 0
                : sql.update(
                                """
                                UPDATE lifecycle_round SET policy_edition = ?, as_of = ?, after_customer = ?, finished = ?
                                WHERE brand = ? AND policy_edition = ? AND as_of = ? AND after_customer = ?
                                  AND finished = ?""",
                                next.policyEdition(),
                                next.asOf(),
                                next.after(),
                                next.over(),
                                brand,
                                before.policyEdition(),
                                before.asOf(),
                                before.after(),
                                before.over())
                        > 0;
    }
}
