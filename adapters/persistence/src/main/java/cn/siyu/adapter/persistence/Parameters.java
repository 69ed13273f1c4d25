package cn.siyu.adapter.persistence;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Binds values of ours to a statement.
final class Parameters {
    private Parameters() {}

    /// Binds in order. Instants become UTC timestamps with zone, public ids UUIDs, brands their number, enums their
    /// name;
    /// everything else goes as JDBC takes it.
    static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            bindOne(statement, i + 1, parameters[i]);
        }
    }

    private static void bindOne(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.NULL);
            case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
            case PublicId id -> statement.setObject(index, id.value());
            case BrandId brand -> statement.setInt(index, brand.value());
            case Enum<?> constant -> statement.setString(index, constant.name());
            case ZoneId zone -> statement.setString(index, zone.getId());
            default -> statement.setObject(index, value);
        }
    }
}
