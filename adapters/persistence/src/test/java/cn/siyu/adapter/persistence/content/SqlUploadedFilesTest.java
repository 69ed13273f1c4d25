package cn.siyu.adapter.persistence.content;

import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.content.port.UploadedFiles;
import cn.siyu.application.content.port.UploadedFilesContract;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.Nested;

class SqlUploadedFilesTest {
    @Nested
    class OnH2 extends OnDatabase {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    class OnPostgresql extends OnDatabase {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }

    abstract static class OnDatabase implements UploadedFilesContract {
        private final ApplicationContext context;

        OnDatabase(TestDatabase database) {
            context = database.emptied();
        }

        @Override
        public UploadedFiles files() {
            return context.getBean(UploadedFiles.class);
        }
    }
}
