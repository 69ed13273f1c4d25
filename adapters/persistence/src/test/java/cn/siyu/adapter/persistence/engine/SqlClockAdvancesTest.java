package cn.siyu.adapter.persistence.engine;

import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.engine.port.ClockAdvances;
import cn.siyu.application.engine.port.ClockAdvancesContract;
import org.junit.jupiter.api.Nested;

class SqlClockAdvancesTest {
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

    abstract static class OnDatabase implements ClockAdvancesContract {
        private final ClockAdvances advances;

        OnDatabase(TestDatabase database) {
            advances = database.emptied().getBean(ClockAdvances.class);
        }

        @Override
        public ClockAdvances advances() {
            return advances;
        }
    }
}
