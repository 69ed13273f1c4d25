package cn.siyu.adapter.persistence.contact;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.brand.port.StaleAggregate;
import io.micronaut.data.exceptions.DataAccessException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Inserts rows that somebody else may be inserting at the same moment.
final class FirstRows {
    /// SQLSTATE class 23: a constraint is violated, here that of the key.
    private static final String CONSTRAINT = "23";

    private FirstRows() {}

    static void insert(Sql sql, String table, String command, List<@Nullable Object[]> rows) {
        try {
            sql.batch(command, rows);
        } catch (DataAccessException e) {
            if (e.getCause() instanceof SQLException cause
                    && String.valueOf(cause.getSQLState()).startsWith(CONSTRAINT)) {
                throw new StaleAggregate(table, 0);
            }
            throw e;
        }
    }
}
