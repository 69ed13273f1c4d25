package cn.siyu.adapter.persistence;

import cn.siyu.application.customer.port.Persons;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which birth customers are one person, for everything that reads facts of customers: one query
/// more, whatever their number.
@Singleton
public final class People implements Persons {
    private final Sql sql;

    People(Sql sql) {
        this.sql = sql;
    }

    private record Same(long asked, long birth) {}

    /// The customers asked for with all their birth customers.
    public Births births(BrandId brand, CustomerId customer) {
        return withBirths(brand, List.of(customer));
    }

    /// As [#births], of whoever has a public id; nobody if there is no such customer.
    public Births births(BrandId brand, PublicId customer) {
        var found = sql.list(
                "SELECT id FROM customer WHERE brand = ? AND public_id = ?",
                row -> new CustomerId(row.number("id")),
                brand,
                customer);
        return withBirths(brand, found);
    }

    /// As [#births], for many.
    public Births withBirths(BrandId brand, Collection<CustomerId> customers) {
        var others = new HashMap<Long, List<Long>>();
        sql.wanted(
                        Wanted.numbers(customers),
                        "a.id",
                        """
                        SELECT a.id AS asked, b.id AS birth FROM customer a %s
                        JOIN customer b ON b.brand = a.brand AND b.person = a.person
                        WHERE a.brand = ? AND b.id <> a.id""",
                        row -> new Same(row.number("asked"), row.number("birth")),
                        brand)
                .forEach(same -> others.computeIfAbsent(same.birth(), _ -> new ArrayList<>())
                        .add(same.asked()));
        return new Births(customers, others);
    }

    @Override
    public Map<CustomerId, CustomerId> of(BrandId brand, Collection<CustomerId> customers) {
        var persons = new HashMap<CustomerId, CustomerId>();
        customers.forEach(customer -> persons.put(customer, customer));
        sql.wanted(
                        Wanted.numbers(customers),
                        "id",
                        "SELECT id, person FROM customer %s WHERE brand = ? AND person <> id",
                        row -> Map.entry(new CustomerId(row.number("id")), new CustomerId(row.number("person"))),
                        brand)
                .forEach(entry -> persons.put(entry.getKey(), entry.getValue()));
        return persons;
    }

    @Override
    public Map<CustomerId, List<CustomerId>> births(BrandId brand, Collection<CustomerId> customers) {
        var births = new HashMap<CustomerId, List<CustomerId>>();
        customers.forEach(customer -> births.put(customer, new ArrayList<>(List.of(customer))));
        var all = withBirths(brand, customers);
        all.others()
                .forEach((birth, asked) -> asked.forEach(
                        customer -> births.computeIfAbsent(new CustomerId(customer), _ -> new ArrayList<>())
                                .add(new CustomerId(birth))));
        return births;
    }
}
