package cn.siyu.adapter.persistence;

import cn.siyu.domain.id.PublicId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The current row of a result, read by column name in the domain's types. A method without
/// `OrNull` fails on null.
public final class Row {
    private final ResultSet rows;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    public String text(String column) throws SQLException {
        return required(textOrNull(column), column);
    }

    public @Nullable String textOrNull(String column) throws SQLException {
        return rows.getString(column);
    }

    public long number(String column) throws SQLException {
        return rows.getLong(column);
    }

    public @Nullable Long numberOrNull(String column) throws SQLException {
        long value = rows.getLong(column);
        return rows.wasNull() ? null : value;
    }

    public int integer(String column) throws SQLException {
        return rows.getInt(column);
    }

    public @Nullable Integer integerOrNull(String column) throws SQLException {
        int value = rows.getInt(column);
        return rows.wasNull() ? null : value;
    }

    public double real(String column) throws SQLException {
        return rows.getDouble(column);
    }

    public @Nullable Double realOrNull(String column) throws SQLException {
        double value = rows.getDouble(column);
        return rows.wasNull() ? null : value;
    }

    public boolean flag(String column) throws SQLException {
        return rows.getBoolean(column);
    }

    public Instant instant(String column) throws SQLException {
        return required(instantOrNull(column), column);
    }

    public @Nullable Instant instantOrNull(String column) throws SQLException {
        var value = rows.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    public LocalDate date(String column) throws SQLException {
        return required(dateOrNull(column), column);
    }

    public @Nullable LocalDate dateOrNull(String column) throws SQLException {
        return rows.getObject(column, LocalDate.class);
    }

    public PublicId publicId(String column) throws SQLException {
        return required(publicIdOrNull(column), column);
    }

    public @Nullable PublicId publicIdOrNull(String column) throws SQLException {
        var value = rows.getObject(column, UUID.class);
        return value == null ? null : new PublicId(value);
    }

    public <E extends Enum<E>> E constant(String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, text(column));
    }

    private static <T> T required(@Nullable T value, String column) {
        return Objects.requireNonNull(value, () -> "column " + column + " is null");
    }
}
