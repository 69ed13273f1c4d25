package cn.siyu.adapter.persistence.trust;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.trust.TrustPorts;
import cn.siyu.application.trust.TrustUseCasesContract;
import cn.siyu.application.trust.port.EvidenceLog;
import cn.siyu.application.trust.port.TrustLedger;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.id.PublicId;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.Nested;

class SqlTrustUseCasesTest {
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

    abstract static class OnDatabase implements TrustUseCasesContract {
        private final TestDatabase database;

        OnDatabase(TestDatabase database) {
            this.database = database;
        }

        @Override
        public TrustPorts ports() {
            ApplicationContext context = database.emptied();
            context.getBean(Sql.class).update("""
                            INSERT INTO channel_account (brand, id, public_id, channel, connection, address, name,
                              staff, department, total_cap, daily_cap, state, health, version, created_at, updated_at)
                            VALUES (1, 5, ?, 'WECOM', 'main', 'zhang', 'Zhang', 1, 1, 20000, 500, 'ACTIVE', 'GOOD', 1,
                              ?, ?)""", PublicId.of(DAY_0, 5, 5), DAY_0, DAY_0);
            return new TrustPorts(
                    context.getBean(UnitOfWork.class),
                    context.getBean(Brands.class),
                    context.getBean(IdSource.class),
                    context.getBean(Customers.class),
                    context.getBean(Relationships.class),
                    context.getBean(EvidenceLog.class),
                    context.getBean(TrustLedger.class),
                    new ChannelAccountId(5));
        }
    }
}
