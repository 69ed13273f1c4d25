package cn.siyu.adapter.persistence.channel;

import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ContactWays;
import cn.siyu.application.channel.port.ContactWaysContract;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.Nested;

class SqlContactWaysTest {
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

    abstract static class OnDatabase implements ContactWaysContract {
        private final ApplicationContext context;

        OnDatabase(TestDatabase database) {
            context = database.emptied();
        }

        @Override
        public ContactWays ways() {
            return context.getBean(ContactWays.class);
        }

        @Override
        public ChannelAccounts accounts() {
            return context.getBean(ChannelAccounts.class);
        }
    }
}
