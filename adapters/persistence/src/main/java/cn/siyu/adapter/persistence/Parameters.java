package cn.siyu.adapter.persistence;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWayId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.customer.TagId;
import cn.siyu.domain.id.PublicId;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Binds values of ours to a statement.
final class Parameters {
    private Parameters() {}

    /// Binds in order; a collection stands for all its elements, one question mark each. Instants become UTC timestamps
    /// with zone, public ids UUIDs, brands their number, enums their
    /// name;
    /// everything else goes as JDBC takes it.
    static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        int index = 1;
        for (@Nullable Object parameter : parameters) {
            if (parameter instanceof Collection<?> many) {
                for (Object one : many) {
                    bindOne(statement, index++, one);
                }
            } else {
                bindOne(statement, index++, parameter);
            }
        }
    }

    private static void bindOne(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.NULL);
            case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
            case PublicId id -> statement.setObject(index, id.value());
            case BrandId brand -> statement.setInt(index, brand.value());
            case CustomerId id -> statement.setLong(index, id.value());
            case IdentityId id -> statement.setLong(index, id.value());
            case RelationshipId id -> statement.setLong(index, id.value());
            case TagId id -> statement.setLong(index, id.value());
            case ChannelAccountId id -> statement.setLong(index, id.value());
            case ContactWayId id -> statement.setLong(index, id.value());
            case Enum<?> constant -> statement.setString(index, constant.name());
            case ZoneId zone -> statement.setString(index, zone.getId());
            default -> statement.setObject(index, value);
        }
    }
}
