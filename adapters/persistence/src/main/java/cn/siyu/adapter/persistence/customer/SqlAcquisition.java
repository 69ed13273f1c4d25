package cn.siyu.adapter.persistence.customer;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.customer.port.Acquisition;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWayId;
import cn.siyu.domain.customer.Relationship;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;

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
    public void began(BrandId brand, Relationship relationship, LocalDate day) {
        // visit first, load second: the order of whoever gives held places back, so that neither waits for the other
        if (relationship.contactWay() != null) {
            take(brand, relationship);
        }
        var account = relationship.account();
        int counted = sql.update("""
                UPDATE account_load SET live_count = live_count + 1,
                  day_count = CASE WHEN day_on = ? THEN day_count + 1 WHEN day_on < ? THEN 1 ELSE day_count END,
                  day_on = CASE WHEN day_on < ? THEN ? ELSE day_on END
                WHERE brand = ? AND account = ?""", day, day, day, day, brand, account);
        if (counted == 0) {
            sql.update("""
                    INSERT INTO account_load (brand, account, live_count, day_on, day_count, held_count)
                    VALUES (?, ?, 1, ?, 1, 0)""", brand, account, day);
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
    public void ended(BrandId brand, ChannelAccountId account) {
        sql.update("""
                UPDATE account_load SET live_count = live_count - 1
                WHERE brand = ? AND account = ? AND live_count > 0""", brand, account);
    }
}
