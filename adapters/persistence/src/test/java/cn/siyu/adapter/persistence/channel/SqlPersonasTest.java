package cn.siyu.adapter.persistence.channel;

import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.channel.port.Personas;
import cn.siyu.application.channel.port.PersonasContract;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.Nested;

class SqlPersonasTest {
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

    abstract static class OnDatabase implements PersonasContract {
        private final ApplicationContext context;

        OnDatabase(TestDatabase database) {
            context = database.emptied();
        }

        @Override
        public Personas personas() {
            return context.getBean(Personas.class);
        }
    }
}
