package cn.siyu.adapter.persistence.channel;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ChannelAccountsContract;
import cn.siyu.domain.channel.ChannelAccountId;
import io.micronaut.context.ApplicationContext;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;

class SqlChannelAccountsTest {
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

    abstract static class OnDatabase implements ChannelAccountsContract {
        private final ApplicationContext context;

        OnDatabase(TestDatabase database) {
            context = database.emptied();
        }

        @Override
        public ChannelAccounts accounts() {
            return context.getBean(ChannelAccounts.class);
        }

        @Override
        public void began(ChannelAccountId account, LocalDate day) {
            context.getBean(Sql.class).update("""
                            UPDATE account_load SET live_count = live_count + 1, day_count = 1, day_on = ?
                            WHERE brand = ? AND account = ?""", day, BRAND, account);
        }
    }
}
