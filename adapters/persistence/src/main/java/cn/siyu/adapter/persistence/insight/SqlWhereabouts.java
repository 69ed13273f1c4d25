package cn.siyu.adapter.persistence.insight;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.Wanted;
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
        return map(sql.wanted(
                Wanted.numbers(accounts),
                "id",
                "SELECT id, channel FROM channel_account %s WHERE brand = ?",
                row -> Map.entry(new ChannelAccountId(row.number("id")), row.text("channel")),
                brand));
    }

    @Override
    public Map<PublicId, ChannelAccountId> accounts(BrandId brand, Collection<PublicId> ids) {
        return map(sql.wanted(
                Wanted.publicIds(ids),
                "public_id",
                "SELECT id, public_id FROM channel_account %s WHERE brand = ?",
                row -> Map.entry(row.publicId("public_id"), new ChannelAccountId(row.number("id"))),
                brand));
    }

    private record Held(PublicId staff, @Nullable Long account) {}

    @Override
    public Map<PublicId, Set<ChannelAccountId>> accountsOfStaff(BrandId brand, Collection<PublicId> ids) {
        var held = new HashMap<PublicId, Set<ChannelAccountId>>();
        sql.wanted(
                        Wanted.publicIds(ids),
                        "s.public_id",
                        """
                        SELECT s.public_id, a.id FROM staff s %s
                        LEFT JOIN channel_account a ON a.brand = s.brand AND a.staff = s.id
                        WHERE s.brand = ?""",
                        row -> new Held(row.publicId("public_id"), row.numberOrNull("id")),
                        brand)
                .forEach(one -> {
                    var theirs = held.computeIfAbsent(one.staff(), _ -> new HashSet<>());
                    if (one.account() != null) {
                        theirs.add(new ChannelAccountId(one.account()));
                    }
                });
        return held;
    }

    @Override
    public Map<String, DepartmentId> stores(BrandId brand, Collection<String> externalIds) {
        return map(sql.wanted(
                Wanted.texts(externalIds),
                "external_id",
                "SELECT id, external_id FROM department %s WHERE brand = ? AND kind = 'STORE'",
                row -> Map.entry(row.text("external_id"), new DepartmentId(row.number("id"))),
                brand));
    }

    @Override
    public List<Reached> reached(BrandId brand, Collection<PublicId> ids, Collection<String> addresses) {
        var found = new LinkedHashSet<>(reached(Wanted.publicIds(ids), "public_id", brand));
        found.addAll(reached(Wanted.texts(addresses), "address", brand));
        return List.copyOf(found);
    }

    private List<Reached> reached(Wanted wanted, String column, BrandId brand) {
        return sql.wanted(
                wanted,
                column,
                "SELECT public_id, channel, connection, address FROM channel_account %s WHERE brand = ? ORDER BY id",
                row -> new Reached(
                        row.publicId("public_id"), row.text("channel"), row.text("connection"), row.text("address")),
                brand);
    }

    private static <K, V> Map<K, V> map(List<Map.Entry<K, V>> entries) {
        var found = new HashMap<K, V>();
        entries.forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }
}
