package cn.siyu.adapter.persistence.contact;

import cn.siyu.adapter.persistence.Births;
import cn.siyu.adapter.persistence.Numbers;
import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.contact.SqlReachability.BrandFacts;
import cn.siyu.adapter.persistence.contact.SqlReachability.Person;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.Sender;
import cn.siyu.application.contact.port.Wanted;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.RelationshipId;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/// The relationships over which customers are wanted, with their accounts.
final class Links {
    private static final String SELECT = """
            SELECT r.id, r.customer, r.account, r.identity, r.added_at, r.ended_at, r.silenced_until, r.trust, i.id_value
            FROM %s JOIN relationship r ON r.%s = wanted.n JOIN identity i ON i.brand = r.brand AND i.id = r.identity
            """;

    private static final Comparator<Bond> BEST_FIRST =
            Comparator.comparingDouble(Bond::trust).reversed().thenComparingLong(Bond::id);

    private final Sql sql;

    Links(Sql sql) {
        this.sql = sql;
    }

    record Linked(Reach.Link link, @Nullable ZoneId storeZone) {}

    private record Bond(
            long id,
            long customer,
            long account,
            long identity,
            Instant addedAt,
            @Nullable Instant endedAt,
            @Nullable Instant silencedUntil,
            double trust,
            String recipient) {}

    private record Account(
            long id,
            Sender sender,
            boolean active,
            String staff,
            @Nullable String store,
            @Nullable ZoneId zone) {}

    Map<Wanted, Linked> of(
            BrandId brand, Collection<Wanted> wanted, Births births, Map<Long, Person> people, BrandFacts facts) {
        Map<Wanted, Bond> bonds = bonds(brand, wanted, births);
        Map<Long, Account> accounts = accounts(brand, bonds.values());
        Map<Wanted, Linked> linked = new HashMap<>();
        bonds.forEach((each, bond) -> {
            var account = accounts.get(bond.account());
            var person = people.get(each.customer().value());
            if (account != null && person != null) {
                linked.put(each, new Linked(link(bond, account, person, facts), account.zone()));
            }
        });
        return linked;
    }

    private static Reach.Link link(Bond bond, Account account, Person person, BrandFacts facts) {
        Double confidence = person.confidence();
        return new Reach.Link(
                new RelationshipId(bond.id()),
                new ChannelAccountId(bond.account()),
                new IdentityId(bond.identity()),
                new CustomerId(bond.customer()),
                bond.recipient(),
                account.sender(),
                bond.endedAt() == null,
                account.active(),
                bond.silencedUntil(),
                confidence == null ? null : bond.trust(),
                confidence == null ? 0 : confidence,
                new Reach.Names(
                        LocalDate.ofInstant(bond.addedAt(), facts.zone()),
                        person.orders(),
                        account.staff(),
                        account.store(),
                        facts.name()));
    }

    private Map<Wanted, Bond> bonds(BrandId brand, Collection<Wanted> wanted, Births births) {
        Map<Wanted, Bond> found = new HashMap<>();
        List<RelationshipId> named = new ArrayList<>();
        boolean open = false;
        for (Wanted each : wanted) {
            var relationship = each.relationship();
            if (relationship == null) {
                open = true;
            } else {
                named.add(relationship);
            }
        }
        if (!named.isEmpty()) {
            byRelationship(brand, Numbers.of(named, RelationshipId::value), wanted, births, found);
        }
        if (open) {
            byCustomer(brand, births.numbers(), wanted, births, found);
        }
        return found;
    }

    private void byRelationship(
            BrandId brand, Long[] relationships, Collection<Wanted> wanted, Births births, Map<Wanted, Bond> found) {
        Map<Long, Bond> byId = new HashMap<>();
        sql.list(SELECT.formatted(Numbers.WANTED, "id") + "WHERE r.brand = ?", Links::bond, relationships, brand)
                .forEach(bond -> byId.put(bond.id(), bond));
        for (Wanted each : wanted) {
            var relationship = each.relationship();
            var bond = relationship == null ? null : byId.get(relationship.value());
            if (bond != null && births.asked(bond.customer()).contains(each.customer())) {
                found.put(each, bond);
            }
        }
    }

    /// The live one with the highest trust; of equals, the oldest.
    private void byCustomer(
            BrandId brand, Long[] customers, Collection<Wanted> wanted, Births births, Map<Wanted, Bond> found) {
        Map<Long, Bond> best = new HashMap<>();
        sql.list(
                        SELECT.formatted(Numbers.WANTED, "customer") + "WHERE r.brand = ? AND r.ended_at IS NULL",
                        Links::bond,
                        customers,
                        brand)
                .forEach(bond -> births.asked(bond.customer())
                        .forEach(customer -> best.merge(customer.value(), bond, BinaryOperator.minBy(BEST_FIRST))));
        for (Wanted each : wanted) {
            if (each.relationship() == null && best.containsKey(each.customer().value())) {
                found.put(each, Objects.requireNonNull(best.get(each.customer().value())));
            }
        }
    }

    private static Bond bond(Row row) throws SQLException {
        return new Bond(
                row.number("id"),
                row.number("customer"),
                row.number("account"),
                row.number("identity"),
                row.instant("added_at"),
                row.instantOrNull("ended_at"),
                row.instantOrNull("silenced_until"),
                row.real("trust"),
                row.text("id_value"));
    }

    private Map<Long, Account> accounts(BrandId brand, Collection<Bond> bonds) {
        Map<Long, Account> accounts = new HashMap<>();
        Long[] numbers = bonds.stream().map(Bond::account).distinct().sorted().toArray(Long[]::new);
        sql.list("""
                SELECT a.id, a.channel, a.connection, a.address, a.state, a.health, a.name, s.name AS staff_name, s.active, d.name AS store_name,
                  d.zone AS store_zone
                FROM %s JOIN channel_account a ON a.id = wanted.n
                LEFT JOIN staff s ON s.brand = a.brand AND s.id = a.staff
                LEFT JOIN department d ON d.brand = a.brand AND d.id = a.department
                WHERE a.brand = ?""".formatted(Numbers.WANTED), Links::account, numbers, brand)
                .forEach(account -> accounts.put(account.id(), account));
        return accounts;
    }

    private static Account account(Row row) throws SQLException {
        String zone = row.textOrNull("store_zone");
        String staff = row.textOrNull("staff_name");
        return new Account(
                row.number("id"),
                new Sender(row.text("channel"), row.text("connection"), row.text("address")),
                maySend(row),
                staff == null ? row.text("name") : staff,
                row.textOrNull("store_name"),
                zone == null ? null : ZoneId.of(zone));
    }

    /// A paused account takes no new customers, but goes on serving those it has.
    private static boolean maySend(Row row) throws SQLException {
        boolean staffActive = row.textOrNull("staff_name") == null || row.flag("active");
        return staffActive
                && !row.text("state").equals("CLOSED")
                && !row.text("health").equals("BLOCKED");
    }
}
