package cn.siyu.adapter.persistence.embedded;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.time.Duration;
import javax.sql.DataSource;

/// Gives the pool of an H2 database its rule that one connection writes at a time, before anything
/// else wraps it. PostgreSQL needs none.
@Singleton
final class EmbeddedDatabase implements BeanCreatedEventListener<DataSource>, Ordered {
    /// Longer than the longest transaction by far: who waits as long stands behind one that hangs.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Override
    public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
        var source = event.getBean();
        return source instanceof HikariDataSource pool && pool.getJdbcUrl().startsWith("jdbc:h2:")
                ? new OneWriterDataSource(source, PATIENCE)
                : source;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
