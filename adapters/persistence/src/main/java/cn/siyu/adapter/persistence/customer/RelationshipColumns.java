package cn.siyu.adapter.persistence.customer;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWayId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipId;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// How a relationship is read from its row.
public final class RelationshipColumns {
    static final String SELECT = """
            SELECT id, public_id, customer, account, identity, source, contact_way, add_way, added_at, ended_by, ended_at,
              remark, description, version, created_at, updated_at
            FROM relationship
            """;

    private RelationshipColumns() {}

    /// One relationship, of a row that has its columns under their own names.
    public static Relationship read(Row row) throws SQLException {
        Long way = row.numberOrNull("contact_way");
        return new Relationship(
                new RelationshipId(row.number("id")),
                row.publicId("public_id"),
                new CustomerId(row.number("customer")),
                new ChannelAccountId(row.number("account")),
                new IdentityId(row.number("identity")),
                row.textOrNull("source"),
                way == null ? null : new ContactWayId(way),
                row.integer("add_way"),
                row.instant("added_at"),
                ended(row),
                row.textOrNull("remark"),
                row.textOrNull("description"),
                row.integer("version"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }

    private static Relationship.@Nullable Ended ended(Row row) throws SQLException {
        String by = row.textOrNull("ended_by");
        return by == null ? null : new Relationship.Ended(Relationship.By.valueOf(by), row.instant("ended_at"));
    }
}
