package cn.siyu.adapter.persistence.channel;

import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.channel.port.SharedSecrets;
import cn.siyu.application.channel.port.SharedSecretsContract;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.Nested;

class SqlSharedSecretsTest {
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

    abstract static class OnDatabase implements SharedSecretsContract {
        private final ApplicationContext context;

        OnDatabase(TestDatabase database) {
            context = database.emptied();
        }

        @Override
        public SharedSecrets sharedSecrets() {
            return context.getBean(SharedSecrets.class);
        }
    }
}
