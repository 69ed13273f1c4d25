package cn.siyu.adapter.persistence.community;

import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.community.port.MomentPlans;
import cn.siyu.application.community.port.MomentPlansContract;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.Nested;

class SqlMomentPlansTest {
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

    abstract static class OnDatabase implements MomentPlansContract {
        private final ApplicationContext context;

        OnDatabase(TestDatabase database) {
            context = database.emptied();
            var accounts = context.getBean(ChannelAccounts.class);
            accounts.add(BRAND, MomentPlansContract.account(21));
            accounts.add(BRAND, MomentPlansContract.account(22));
        }

        @Override
        public MomentPlans plans() {
            return context.getBean(MomentPlans.class);
        }
    }
}
