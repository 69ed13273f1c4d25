package cn.siyu.adapter.persistence.customer;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.Wanted;
import cn.siyu.application.customer.IdentityTaken;
import cn.siyu.application.customer.port.Identities;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.customer.IdentityType;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlIdentities implements Identities {
    private static final String SELECT =
            "SELECT id, public_id, type, id_scope, id_value, customer, source, created_at FROM identity ";

    private static final String ADD = """
            INSERT INTO identity (brand, id, public_id, type, id_scope, id_value, customer, source, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final Sql sql;

    SqlIdentities(Sql sql) {
        this.sql = sql;
    }

    private record Family(IdentityType type, String scope) {}

    /// One query per type and scope, which are few: so both databases use the index of the key.
    @Override
    public Map<IdentityKey, Identity> find(BrandId brand, Collection<IdentityKey> keys) {
        var found = new HashMap<IdentityKey, Identity>();
        keys.stream()
                .distinct()
                .collect(Collectors.groupingBy(key -> new Family(key.type(), key.scope())))
                .forEach((family, members) -> sql.wanted(
                                Wanted.texts(
                                        members.stream().map(IdentityKey::value).toList()),
                                "id_value",
                                SELECT + "%s WHERE brand = ? AND type = ? AND id_scope = ?",
                                SqlIdentities::identity,
                                brand,
                                family.type(),
                                family.scope())
                        .forEach(identity -> found.put(identity.key(), identity)));
        return found;
    }

    @Override
    public Optional<Identity> find(BrandId brand, IdentityId id) {
        return sql.first(SELECT + "WHERE brand = ? AND id = ?", SqlIdentities::identity, brand, id);
    }

    @Override
    public List<Identity> findAll(BrandId brand, Collection<IdentityId> ids) {
        return sql.wanted(
                Wanted.numbers(ids), "id", SELECT + "%s WHERE brand = ? ORDER BY id", SqlIdentities::identity, brand);
    }

    /// Hardly ever is one taken, and then the transaction is given up anyway: to go on at those
    /// that are would cost the database half as much again for all the others.
    @Override
    public void add(BrandId brand, Collection<Identity> identities) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (Identity identity : identities) {
            var key = identity.key();
            rows.add(new @Nullable Object[] {
                brand,
                identity.id(),
                identity.publicId(),
                key.type(),
                key.scope(),
                key.value(),
                identity.birthCustomer(),
                identity.source(),
                identity.createdAt()
            });
        }
        if (!sql.addUnlessTaken(ADD, rows)) {
            throw new IdentityTaken();
        }
    }

    @Override
    public List<Identity> of(BrandId brand, Collection<CustomerId> customers) {
        return sql.wanted(
                Wanted.numbers(customers),
                "customer",
                SELECT + "%s WHERE brand = ? ORDER BY id",
                SqlIdentities::identity,
                brand);
    }

    private static Identity identity(Row row) throws SQLException {
        return new Identity(
                new IdentityId(row.number("id")),
                row.publicId("public_id"),
                key(row),
                new CustomerId(row.number("customer")),
                row.constant("source", IdentitySource.class),
                row.instant("created_at"));
    }

    private static IdentityKey key(Row row) throws SQLException {
        return new IdentityKey(row.constant("type", IdentityType.class), row.text("id_scope"), row.text("id_value"));
    }
}
