package cn.siyu.adapter.persistence.content;

import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.content.port.Materials;
import cn.siyu.application.content.port.MaterialsContract;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.Nested;

class SqlMaterialsTest {
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

    abstract static class OnDatabase implements MaterialsContract {
        private final ApplicationContext context;

        OnDatabase(TestDatabase database) {
            context = database.emptied();
        }

        @Override
        public Materials materials() {
            return context.getBean(Materials.class);
        }
    }
}
