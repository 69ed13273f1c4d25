package cn.siyu.adapter.persistence.intake;

import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.intake.port.Inbox;
import cn.siyu.application.intake.port.InboxContract;
import org.junit.jupiter.api.Nested;

class SqlInboxTest {
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

    abstract static class OnDatabase implements InboxContract {
        private final Inbox inbox;

        OnDatabase(TestDatabase database) {
            inbox = database.emptied().getBean(Inbox.class);
        }

        @Override
        public Inbox inbox() {
            return inbox;
        }
    }
}
