package cn.siyu.adapter.persistence.contact;

import cn.siyu.adapter.persistence.Numbers;
import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.contact.port.ContactLedgers;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.ContactLedger;
import cn.siyu.domain.contact.DayLedger;
import cn.siyu.domain.customer.CustomerId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlContactLedgers implements ContactLedgers {
    private static final String FIND = """
            SELECT l.customer, l.newest_day, l.day_bits, l.in_month, l.ignored_streak, l.last_marketing_at
            FROM %s JOIN contact_ledger l ON l.customer = wanted.n
            WHERE l.brand = ? ORDER BY l.customer""".formatted(Numbers.WANTED);

    private final Sql sql;

    SqlContactLedgers(Sql sql) {
        this.sql = sql;
    }

    private record Found(CustomerId customer, ContactLedger ledger) {}

    @Override
    public Map<CustomerId, ContactLedger> lock(BrandId brand, Collection<CustomerId> customers) {
        return read(FIND + " FOR UPDATE", brand, customers);
    }

    @Override
    public Map<CustomerId, ContactLedger> find(BrandId brand, Collection<CustomerId> customers) {
        return read(FIND, brand, customers);
    }

    private Map<CustomerId, ContactLedger> read(String query, BrandId brand, Collection<CustomerId> customers) {
        Map<CustomerId, ContactLedger> found = new HashMap<>();
        if (!customers.isEmpty()) {
            Long[] numbers = Numbers.of(customers, CustomerId::value);
            sql.list(query, SqlContactLedgers::found, numbers, brand)
                    .forEach(each -> found.put(each.customer(), each.ledger()));
        }
        return found;
    }

    private static Found found(Row row) throws SQLException {
        var days = new DayLedger(row.number("newest_day"), row.number("day_bits"), row.integer("in_month"));
        return new Found(
                new CustomerId(row.number("customer")),
                new ContactLedger(days, row.integer("ignored_streak"), row.instantOrNull("last_marketing_at")));
    }

    @Override
    public void add(BrandId brand, Map<CustomerId, ContactLedger> ledgers) {
        FirstRows.insert(sql, "contact_ledger", """
                INSERT INTO contact_ledger
                  (newest_day, day_bits, in_month, ignored_streak, last_marketing_at, brand, customer)
                VALUES (?, ?, ?, ?, ?, ?, ?)""", parameters(brand, ledgers));
    }

    @Override
    public void replace(BrandId brand, Map<CustomerId, ContactLedger> ledgers) {
        sql.change("""
                UPDATE contact_ledger SET newest_day = ?, day_bits = ?, in_month = ?, ignored_streak = ?,
                  last_marketing_at = ?
                WHERE brand = ? AND customer = ?""", parameters(brand, ledgers));
    }

    private static List<@Nullable Object[]> parameters(BrandId brand, Map<CustomerId, ContactLedger> ledgers) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        ledgers.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> entry.getKey().value()))
                .forEach(entry -> rows.add(parameters(brand, entry.getKey(), entry.getValue())));
        return rows;
    }

    private static @Nullable Object[] parameters(BrandId brand, CustomerId customer, ContactLedger ledger) {
        var days = ledger.days();
        return new @Nullable Object[] {
            days.newestDay(),
            days.days(),
            days.inMonth(),
            ledger.ignoredStreak(),
            ledger.lastAt(),
            brand,
            customer.value()
        };
    }
}
