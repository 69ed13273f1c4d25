package cn.siyu.adapter.persistence;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
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

    /// Binds in order; a collection stands for all its elements, one question mark each. Instants
    /// become UTC timestamps with zone, public ids UUIDs, brands their number, enums their name;
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
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else {
            statement.setObject(index, plain(value));
        }
    }

    /// What JDBC takes for a value of ours.
    static Object plain(Object value) {
        return switch (value) {
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case PublicId id -> id.value();
            case BrandId brand -> brand.value();
            case StaffId id -> id.value();
            case DepartmentId id -> id.value();
            case CustomerId id -> id.value();
            case IdentityId id -> id.value();
            case RelationshipId id -> id.value();
            case TagId id -> id.value();
            case ChannelAccountId id -> id.value();
            case ContactWayId id -> id.value();
            case Enum<?> constant -> constant.name();
            case ZoneId zone -> zone.getId();
            default -> value;
        };
    }
}
