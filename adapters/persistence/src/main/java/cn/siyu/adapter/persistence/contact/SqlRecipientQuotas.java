package cn.siyu.adapter.persistence.contact;

import cn.siyu.adapter.persistence.Numbers;
import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.contact.port.RecipientQuotas;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.RecipientUse;
import cn.siyu.domain.customer.IdentityId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlRecipientQuotas implements RecipientQuotas {
    private final Sql sql;

    SqlRecipientQuotas(Sql sql) {
        this.sql = sql;
    }

    private record Found(Key key, RecipientUse used) {}

    @Override
    public Map<Key, RecipientUse> of(BrandId brand, Collection<IdentityId> identities) {
        Map<Key, RecipientUse> found = new HashMap<>();
        if (!identities.isEmpty()) {
            sql.list(
                            """
                    SELECT q.identity, q.account, q.newest_day, q.in_day, q.in_week, q.in_month
                    FROM %s JOIN recipient_quota q ON q.identity = wanted.n WHERE q.brand = ?""".formatted(Numbers.WANTED),
                            SqlRecipientQuotas::found,
                            Numbers.of(identities, IdentityId::value),
                            brand)
                    .forEach(each -> found.put(each.key(), each.used()));
        }
        return found;
    }

    private static Found found(Row row) throws SQLException {
        return new Found(
                new Key(new IdentityId(row.number("identity")), new ChannelAccountId(row.number("account"))),
                new RecipientUse(
                        row.number("newest_day"),
                        row.integer("in_day"),
                        row.integer("in_week"),
                        row.integer("in_month")));
    }

    @Override
    public void add(BrandId brand, Map<Key, RecipientUse> used) {
        FirstRows.insert(sql, "recipient_quota", """
                INSERT INTO recipient_quota (newest_day, in_day, in_week, in_month, brand, identity, account)
                VALUES (?, ?, ?, ?, ?, ?, ?)""", parameters(brand, used));
    }

    @Override
    public void replace(BrandId brand, Map<Key, RecipientUse> used) {
        sql.change("""
                UPDATE recipient_quota SET newest_day = ?, in_day = ?, in_week = ?, in_month = ?
                WHERE brand = ? AND identity = ? AND account = ?""", parameters(brand, used));
    }

    private static List<@Nullable Object[]> parameters(BrandId brand, Map<Key, RecipientUse> used) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        new TreeMap<>(used)
                .forEach((key, days) -> rows.add(new @Nullable Object[] {
                    days.newestDay(),
                    days.inDay(),
                    days.inWeek(),
                    days.inMonth(),
                    brand,
                    key.identity().value(),
                    key.account().value()
                }));
        return rows;
    }
}
