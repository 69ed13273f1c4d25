package cn.siyu.adapter.persistence.brand;

import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.brand.port.ApiKeys;
import cn.siyu.application.brand.port.ApiKeysContract;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.Nested;

class SqlApiKeysTest {
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

    abstract static class OnDatabase implements ApiKeysContract {
        private final ApplicationContext context;

        OnDatabase(TestDatabase database) {
            context = database.emptied();
        }

        @Override
        public ApiKeys apiKeys() {
            return context.getBean(ApiKeys.class);
        }
    }
}
