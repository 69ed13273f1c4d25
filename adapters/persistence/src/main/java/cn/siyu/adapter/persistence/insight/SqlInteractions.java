package cn.siyu.adapter.persistence.insight;

import cn.siyu.adapter.persistence.Additions;
import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.Wanted;
import cn.siyu.application.insight.port.Interactions;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.journey.Signal;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.ExternalKey;
import cn.siyu.domain.insight.Interaction;
import cn.siyu.domain.insight.InteractionKind;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlInteractions implements Interactions {
    private static final String SELECT = """
            SELECT id, public_id, source, external_id, kind, signal, touchpoint, customer, identity, relationship,
              account, occurred_at, received_at
            FROM interaction
            """;

    private static final Additions ADD = new Additions("""
            INSERT INTO interaction (brand, id, public_id, source, external_id, kind, signal, touchpoint,
              customer, identity, relationship, account, occurred_at, received_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""", "id");

    private final Sql sql;

    SqlInteractions(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Map<ExternalKey, Interaction> find(BrandId brand, Collection<ExternalKey> keys) {
        var found = new HashMap<ExternalKey, Interaction>();
        KeyedRows.find(sql, SELECT, SqlInteractions::interaction, brand, keys)
                .forEach(interaction -> found.put(interaction.key(), interaction));
        return found;
    }

    static Interaction interaction(Row row) throws SQLException {
        Long relationship = row.numberOrNull("relationship");
        Long account = row.numberOrNull("account");
        return new Interaction(
                row.number("id"),
                row.publicId("public_id"),
                KeyedRows.key(row),
                new InteractionKind(row.text("kind")),
                row.constant("signal", Signal.class),
                row.text("touchpoint"),
                new CustomerId(row.number("customer")),
                new IdentityId(row.number("identity")),
                relationship == null ? null : new RelationshipId(relationship),
                account == null ? null : new ChannelAccountId(account),
                row.instant("occurred_at"),
                row.instant("received_at"));
    }

    @Override
    public List<Interaction> add(BrandId brand, List<Interaction> interactions) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (Interaction one : interactions) {
            rows.add(new @Nullable Object[] {
                brand,
                one.id(),
                one.publicId(),
                one.key().source(),
                one.key().value(),
                one.kind().code(),
                one.signal().name(),
                one.touchpoint(),
                one.customer(),
                one.identity(),
                one.relationship(),
                one.account(),
                one.occurredAt(),
                one.receivedAt()
            });
        }
        boolean[] added = sql.add(ADD, rows);
        return KeyedRows.added(interactions, added);
    }

    @Override
    public Map<RelationshipId, List<Instant>> times(
            BrandId brand, Collection<RelationshipId> relationships, InteractionKind kind) {
        var times = new HashMap<RelationshipId, List<Instant>>();
        sql.wanted(
                        Wanted.numbers(relationships),
                        "relationship",
                        "SELECT relationship, occurred_at FROM interaction %s WHERE brand = ? AND kind = ?"
                                + " ORDER BY occurred_at, id",
                        row -> Map.entry(new RelationshipId(row.number("relationship")), row.instant("occurred_at")),
                        brand,
                        kind.code())
                .forEach(entry -> times.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>())
                        .add(entry.getValue()));
        return times;
    }
}
