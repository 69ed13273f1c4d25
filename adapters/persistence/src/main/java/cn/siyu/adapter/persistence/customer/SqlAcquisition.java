package cn.siyu.adapter.persistence.customer;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.Wanted;
import cn.siyu.application.customer.port.Acquisition;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWayId;
import cn.siyu.domain.customer.Relationship;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlAcquisition implements Acquisition {
    private final Sql sql;

    SqlAcquisition(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<ContactWayId> wayOf(BrandId brand, String source) {
        return sql.first(
                "SELECT id FROM contact_way WHERE brand = ? AND state = ?",
                row -> new ContactWayId(row.number("id")),
                brand,
                source);
    }

    @Override
    public Map<String, ContactWayId> waysOf(BrandId brand, Collection<String> sources) {
        var ways = new HashMap<String, ContactWayId>();
        sql.wanted(
                        Wanted.texts(sources),
                        "state",
                        "SELECT state, id FROM contact_way %s WHERE brand = ?",
                        row -> Map.entry(row.text("state"), new ContactWayId(row.number("id"))),
                        brand)
                .forEach(entry -> ways.put(entry.getKey(), entry.getValue()));
        return ways;
    }

    @Override
    public void began(BrandId brand, Relationship relationship, LocalDate day) {
        beganAll(brand, List.of(new Began(relationship, day)));
    }

    /// Visits first, loads second: the order of whoever gives held places back, so that neither
    /// waits for the other.
    @Override
    public void beganAll(BrandId brand, Collection<Began> relationships) {
        var byWay = relationships.stream()
                .map(Began::relationship)
                .filter(relationship -> relationship.contactWay() != null)
                .toList();
        if (byWay.size() == 1) {
            take(brand, byWay.getFirst());
        } else if (!byWay.isEmpty()) {
            var holding = holding(brand);
            byWay.stream()
                    .filter(one -> holding.contains(new Place(one.contactWay(), one.account())))
                    .forEach(one -> take(brand, one));
        }
        var counts = new TreeMap<Count, Integer>(
                Comparator.comparingLong((Count count) -> count.account().value())
                        .thenComparing(Count::day));
        relationships.forEach(
                began -> counts.merge(new Count(began.relationship().account(), began.day()), 1, Integer::sum));
        counts.forEach((count, number) -> count(brand, count, number));
    }

    private record Place(@Nullable ContactWayId way, ChannelAccountId account) {}

    private record Count(ChannelAccountId account, LocalDate day) {}

    /// Where visits are held at all.
    private Set<Place> holding(BrandId brand) {
        return Set.copyOf(sql.list(
                "SELECT DISTINCT contact_way, account FROM allocation WHERE brand = ? AND state = 'HELD'",
                row -> new Place(
                        new ContactWayId(row.number("contact_way")), new ChannelAccountId(row.number("account"))),
                brand));
    }

    private void count(BrandId brand, Count count, int number) {
        var day = count.day();
        int counted = sql.update("""
                UPDATE account_load SET live_count = live_count + ?,
                  day_count = CASE WHEN day_on = ? THEN day_count + ? WHEN day_on < ? THEN ? ELSE day_count END,
                  day_on = CASE WHEN day_on < ? THEN ? ELSE day_on END
                WHERE brand = ? AND account = ?""", number, day, number, day, number, day, day, brand, count.account());
        if (counted == 0) {
            sql.update("""
                    INSERT INTO account_load (brand, account, live_count, day_on, day_count, held_count)
                    VALUES (?, ?, ?, ?, ?, 0)""", brand, count.account(), number, day, number);
        }
    }

    /// The oldest visit that holds a place for this way and account; another one if somebody else
    /// takes it first.
    private void take(BrandId brand, Relationship relationship) {
        var visit = heldVisit(brand, relationship);
        while (visit.isPresent() && !taken(brand, relationship, visit.get())) {
            visit = heldVisit(brand, relationship);
        }
    }

    private Optional<Long> heldVisit(BrandId brand, Relationship relationship) {
        return sql.first("""
                SELECT id FROM allocation
                WHERE brand = ? AND contact_way = ? AND account = ? AND state = 'HELD'
                ORDER BY id FETCH FIRST 1 ROWS ONLY""", row -> row.number("id"), brand, relationship.contactWay(), relationship.account());
    }

    private boolean taken(BrandId brand, Relationship relationship, long visit) {
        int taken = sql.update("""
                UPDATE allocation SET state = 'TAKEN', relationship = ?
                WHERE brand = ? AND id = ? AND state = 'HELD'""", relationship.id(), brand, visit);
        if (taken == 1) {
            sql.update("""
                    UPDATE account_load SET held_count = held_count - 1
                    WHERE brand = ? AND account = ? AND held_count > 0""", brand, relationship.account());
        }
        return taken == 1;
    }

    @Override
    public void goesOn(BrandId brand, ChannelAccountId account) {
        sql.update(
                "UPDATE account_load SET live_count = live_count + 1 WHERE brand = ? AND account = ?", brand, account);
    }

    @Override
    public void ended(BrandId brand, ChannelAccountId account, int relationships) {
        sql.update("""
                UPDATE account_load SET live_count = GREATEST(0, live_count - CAST(? AS int))
                WHERE brand = ? AND account = ? AND live_count > 0""", relationships, brand, account);
    }
}
