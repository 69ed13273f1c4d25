package cn.siyu.adapter.persistence.contact;

import cn.siyu.adapter.persistence.Births;
import cn.siyu.adapter.persistence.Numbers;
import cn.siyu.adapter.persistence.People;
import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.contact.port.LastOrder;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.Reachability;
import cn.siyu.application.contact.port.Wanted;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.ConsentState;
import cn.siyu.domain.customer.CustomerId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One query per table, whatever the number of customers.
@Singleton
final class SqlReachability implements Reachability {
    private final Sql sql;
    private final People sameAs;
    private final Links links;

    SqlReachability(Sql sql, People sameAs) {
        this.sql = sql;
        this.sameAs = sameAs;
        this.links = new Links(sql);
    }

    /// A brand as far as it matters here.
    record BrandFacts(ZoneId zone, String name, Currency currency) {}

    record Person(
            long customer,
            @Nullable String nickname,
            boolean blacklisted,
            @Nullable String zone,
            @Nullable Double confidence,
            int orders) {}

    private record OptOut(long customer, String touchpoint) {}

    private record Consent(long customer, boolean granted) {}

    @Override
    public Map<Wanted, Reach> of(BrandId brand, Collection<Wanted> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Set<CustomerId> customers = wanted.stream().map(Wanted::customer).collect(Collectors.toSet());
        Births births = sameAs.withBirths(brand, customers);
        Long[] numbers = births.numbers();
        var facts = brandFacts(brand);
        Map<Long, Person> people = people(brand, Numbers.of(customers, CustomerId::value), births);
        Map<Long, Set<String>> optOuts = optOuts(brand, numbers, births);
        Map<Long, ConsentState> consents = consents(brand, numbers, births);
        var linked = links.of(brand, wanted, births, people, facts);
        Map<Wanted, Reach> reaches = new HashMap<>();
        for (Wanted each : wanted) {
            var person = people.get(each.customer().value());
            if (person != null) {
                var link = linked.get(each);
                reaches.put(
                        each,
                        new Reach(
                                each.customer(),
                                person.nickname(),
                                person.blacklisted(),
                                consents.getOrDefault(person.customer(), ConsentState.NOT_RECORDED),
                                optOuts.getOrDefault(person.customer(), Set.of()),
                                zone(person, link, facts),
                                link == null ? null : link.link()));
            }
        }
        return reaches;
    }

    private static ZoneId zone(Person person, Links.@Nullable Linked linked, BrandFacts facts) {
        String own = person.zone();
        if (own != null) {
            return ZoneId.of(own);
        }
        ZoneId store = linked == null ? null : linked.storeZone();
        return store == null ? facts.zone() : store;
    }

    private BrandFacts brandFacts(BrandId brand) {
        return sql.first(
                        "SELECT zone, name, currency FROM brand WHERE id = ?",
                        row -> new BrandFacts(
                                ZoneId.of(row.text("zone")),
                                row.text("name"),
                                Currency.getInstance(row.text("currency"))),
                        brand)
                .orElseThrow();
    }

    private Map<Long, Person> people(BrandId brand, Long[] customers, Births births) {
        Map<Long, Person> people = new HashMap<>();
        sql.list("""
                SELECT c.id, c.nickname, c.blacklisted, c.zone, s.confidence, s.orders_count
                FROM %s JOIN customer c ON c.id = wanted.n
                LEFT JOIN customer_state s ON s.brand = c.brand AND s.customer = c.person
                WHERE c.brand = ?""".formatted(Numbers.WANTED), SqlReachability::person, customers, brand)
                .forEach(person -> people.put(person.customer(), person));
        if (!births.plain()) {
            blacklisted(brand, births)
                    .forEach(customer -> people.computeIfPresent(
                            customer,
                            (_, person) -> new Person(
                                    person.customer(),
                                    person.nickname(),
                                    true,
                                    person.zone(),
                                    person.confidence(),
                                    person.orders())));
        }
        return people;
    }

    /// Who is blacklisted as whichever birth customer.
    private Set<Long> blacklisted(BrandId brand, Births births) {
        Set<Long> barred = new HashSet<>();
        sql.list(
                        "SELECT c.id FROM " + Numbers.WANTED
                                + " JOIN customer c ON c.id = wanted.n WHERE c.brand = ? AND c.blacklisted = TRUE",
                        row -> row.number("id"),
                        births.numbers(),
                        brand)
                .forEach(birth -> births.asked(birth).forEach(customer -> barred.add(customer.value())));
        return barred;
    }

    private static Person person(Row row) throws SQLException {
        Integer orders = row.integerOrNull("orders_count");
        return new Person(
                row.number("id"),
                row.textOrNull("nickname"),
                row.flag("blacklisted"),
                row.textOrNull("zone"),
                orders == null ? null : row.real("confidence"),
                orders == null ? 0 : orders);
    }

    private Map<Long, Set<String>> optOuts(BrandId brand, Long[] customers, Births births) {
        Map<Long, Set<String>> optOuts = new HashMap<>();
        List<OptOut> found = sql.list(
                "SELECT o.customer, o.touchpoint FROM " + Numbers.WANTED
                        + " JOIN opt_out o ON o.customer = wanted.n WHERE o.brand = ?",
                row -> new OptOut(row.number("customer"), row.text("touchpoint")),
                customers,
                brand);
        found.forEach(each -> births.asked(each.customer())
                .forEach(customer -> optOuts.computeIfAbsent(customer.value(), _ -> new HashSet<>())
                        .add(each.touchpoint())));
        return optOuts;
    }

    /// The newest record holds, the last one read; of several birth customers of a person, the
    /// strictest.
    private Map<Long, ConsentState> consents(BrandId brand, Long[] customers, Births births) {
        Map<Long, ConsentState> ofBirths = new HashMap<>();
        List<Consent> found = sql.list(
                """
                SELECT c.customer, c.granted FROM %s JOIN consent_record c ON c.customer = wanted.n
                WHERE c.brand = ? AND c.purpose = 'MARKETING' ORDER BY c.customer, c.occurred_at, c.id""".formatted(Numbers.WANTED),
                row -> new Consent(row.number("customer"), row.flag("granted")),
                customers,
                brand);
        found.forEach(
                each -> ofBirths.put(each.customer(), each.granted() ? ConsentState.GIVEN : ConsentState.WITHDRAWN));
        Map<Long, ConsentState> consents = new HashMap<>();
        ofBirths.forEach((birth, state) -> births.asked(birth)
                .forEach(customer -> consents.merge(
                        customer.value(), state, (one, other) -> one == ConsentState.WITHDRAWN ? one : other)));
        return consents;
    }

    private record Invited(long customer, String token) {}

    @Override
    public Map<CustomerId, String> invitations(BrandId brand, Collection<CustomerId> customers) {
        var births = sameAs.withBirths(brand, customers);
        Map<CustomerId, String> tokens = new HashMap<>();
        sql.wanted(
                        births.wanted(),
                        "g.customer",
                        "SELECT g.customer, g.token FROM graduation_candidate g %s WHERE g.brand = ?"
                                + " AND g.state IN ('CHOSEN', 'INVITED') ORDER BY g.id",
                        row -> new Invited(row.number("customer"), row.text("token")),
                        brand)
                .forEach(each -> births.asked(each.customer()).forEach(customer -> tokens.put(customer, each.token())));
        return tokens;
    }

    private record Ordered(CustomerId customer, LastOrder order) {}

    @Override
    public Map<CustomerId, LastOrder> lastOrders(BrandId brand, Collection<CustomerId> customers) {
        var facts = brandFacts(brand);
        var births = sameAs.withBirths(brand, customers);
        Map<CustomerId, LastOrder> orders = new HashMap<>();
        sql.list("""
                SELECT * FROM (
                  SELECT o.id, o.customer, o.paid_at, o.amount_minor, o.currency, l.sku
                  FROM %s JOIN customer_order o ON o.customer = wanted.n
                  JOIN customer h ON h.brand = o.brand AND h.id = o.customer
                  JOIN customer_state s ON s.brand = o.brand AND s.customer = h.person AND s.last_paid_at = o.paid_at
                  LEFT JOIN order_line l ON l.brand = o.brand AND l.customer_order = o.id AND l.line = 1
                  WHERE o.brand = ?) found ORDER BY customer, id""".formatted(Numbers.WANTED), row -> ordered(row, facts), births.numbers(), brand)
                .forEach(each ->
                        births.asked(each.customer().value()).forEach(customer -> orders.put(customer, each.order())));
        return orders;
    }

    private static Ordered ordered(Row row, BrandFacts facts) throws SQLException {
        return new Ordered(
                new CustomerId(row.number("customer")),
                new LastOrder(
                        LocalDate.ofInstant(row.instant("paid_at"), facts.zone()),
                        row.number("amount_minor"),
                        Currency.getInstance(row.text("currency")),
                        row.textOrNull("sku")));
    }
}
