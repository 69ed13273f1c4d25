package cn.siyu.bootstrap;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DurableH2Test {
    @TempDir
    Path directory;

    @Test
    void refusesAFileThatWritesCommitsLater() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new DurableH2(at("jdbc:h2:file:" + directory.resolve("late"))))
                .withMessageContaining("WRITE_DELAY=0");
    }

    @Test
    void acceptsAFileThatWritesCommitsAtOnce() {
        assertThatCode(() -> new DurableH2(at("jdbc:h2:file:" + directory.resolve("at-once") + ";WRITE_DELAY=0")))
                .doesNotThrowAnyException();
    }

    @Test
    void acceptsADatabaseInMemoryWhichPromisesNothing() {
        assertThatCode(() -> new DurableH2(at("jdbc:h2:mem:durable"))).doesNotThrowAnyException();
    }

    private static DataSource at(String url) {
        var source = new JdbcDataSource();
        source.setURL(url);
        return source;
    }
}
