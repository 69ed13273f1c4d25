package cn.siyu.adapter.persistence.insight;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.insight.port.Whereabouts;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.id.PublicId;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlWhereabouts implements Whereabouts {
    private final Sql sql;

    SqlWhereabouts(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Map<ChannelAccountId, String> channelKinds(BrandId brand, Collection<ChannelAccountId> accounts) {
        return pairs(
                "SELECT id, channel FROM channel_account WHERE brand = ? AND id IN (%s)",
                row -> Map.entry(new ChannelAccountId(row.number("id")), row.text("channel")), brand, accounts);
    }

    @Override
    public Map<PublicId, ChannelAccountId> accounts(BrandId brand, Collection<PublicId> ids) {
        return pairs(
                "SELECT id, public_id FROM channel_account WHERE brand = ? AND public_id IN (%s)",
                row -> Map.entry(row.publicId("public_id"), new ChannelAccountId(row.number("id"))), brand, ids);
    }

    private record Held(PublicId staff, @Nullable Long account) {}

    @Override
    public Map<PublicId, Set<ChannelAccountId>> accountsOfStaff(BrandId brand, Collection<PublicId> ids) {
        var held = new HashMap<PublicId, Set<ChannelAccountId>>();
        if (!ids.isEmpty()) {
            sql.list(
                            """
                            SELECT s.public_id, a.id FROM staff s
                            LEFT JOIN channel_account a ON a.brand = s.brand AND a.staff = s.id
                            WHERE s.brand = ? AND s.public_id IN (""" + Sql.marks(ids.size()) + ")",
                            row -> new Held(row.publicId("public_id"), row.numberOrNull("id")),
                            brand,
                            ids)
                    .forEach(one -> {
                        var theirs = held.computeIfAbsent(one.staff(), _ -> new HashSet<>());
                        if (one.account() != null) {
                            theirs.add(new ChannelAccountId(one.account()));
                        }
                    });
        }
        return held;
    }

    @Override
    public Map<String, DepartmentId> stores(BrandId brand, Collection<String> externalIds) {
        return pairs(
                "SELECT id, external_id FROM department WHERE brand = ? AND kind = 'STORE' AND external_id IN (%s)",
                row -> Map.entry(row.text("external_id"), new DepartmentId(row.number("id"))), brand, externalIds);
    }

    @Override
    public List<Reached> reached(BrandId brand, Collection<PublicId> ids, Collection<String> addresses) {
        var found = new LinkedHashSet<Reached>(reached("public_id", brand, ids));
        found.addAll(reached("address", brand, addresses));
        return List.copyOf(found);
    }

    private List<Reached> reached(String column, BrandId brand, Collection<?> keys) {
        return keys.isEmpty()
                ? List.of()
                : sql.list(
                        "SELECT public_id, channel, connection, address FROM channel_account WHERE brand = ? AND "
                                + column + " IN (" + Sql.marks(keys.size()) + ") ORDER BY id",
                        row -> new Reached(
                                row.publicId("public_id"),
                                row.text("channel"),
                                row.text("connection"),
                                row.text("address")),
                        brand,
                        keys);
    }

    private <K, V> Map<K, V> pairs(
            String query, Sql.RowReader<Map.Entry<K, V>> reader, BrandId brand, Collection<?> keys) {
        var found = new HashMap<K, V>();
        if (!keys.isEmpty()) {
            sql.list(query.formatted(Sql.marks(keys.size())), reader, brand, keys)
                    .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        }
        return found;
    }
}
