package cn.siyu.bootstrap;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;

/// Refuses to run on an H2 file that would lose acknowledged commits when the process is killed.
@Context
@Requires(property = "datasources.default.driver-class-name", value = "org.h2.Driver")
final class DurableH2 {
    DurableH2(DataSource source) throws SQLException {
        // outside of any transaction there is no connection of the framework's own yet
        var target = source instanceof DelegatingDataSource wrapped ? wrapped.getTargetDataSource() : source;
        try (var connection = target.getConnection();
                var statement = connection.createStatement()) {
            boolean inMemory = connection.getMetaData().getURL().startsWith("jdbc:h2:mem:");
            try (var rows = statement.executeQuery(
                    "SELECT setting_value FROM information_schema.settings WHERE setting_name = 'WRITE_DELAY'")) {
                boolean atOnce = rows.next() && "0".equals(rows.getString(1));
                if (!inMemory && !atOnce) {
                    throw new IllegalStateException(
                            "the H2 database would lose acknowledged commits: add ;WRITE_DELAY=0 to its URL");
                }
            }
        }
    }
}
