package cn.siyu.adapter.persistence.trust;

import cn.siyu.adapter.persistence.GivenRows;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.trust.TrustAlertsContract;
import cn.siyu.application.trust.TrustPorts;
import cn.siyu.application.trust.TrustUseCasesContract;
import cn.siyu.application.trust.port.EvidenceLog;
import cn.siyu.application.trust.port.TrustAlerts;
import cn.siyu.application.trust.port.TrustLedger;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.id.PublicId;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.Nested;

class SqlTrustAlertsTest {
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

    abstract static class OnDatabase implements TrustAlertsContract {
        private final TestDatabase database;

        OnDatabase(TestDatabase database) {
            this.database = database;
        }

        @Override
        public Kit kit() {
            ApplicationContext context = database.emptied();
            var at = TrustUseCasesContract.DAY_0;
            var given = new GivenRows(context.getBean(Sql.class), at);
            given.account(PublicId.of(at, 5, 5));
            given.staff(PublicId.of(at, 6, 6));
            given.store(PublicId.of(at, 1, 1));
            var ports = new TrustPorts(
                    context.getBean(UnitOfWork.class),
                    context.getBean(Brands.class),
                    context.getBean(IdSource.class),
                    context.getBean(Customers.class),
                    context.getBean(Relationships.class),
                    context.getBean(EvidenceLog.class),
                    context.getBean(TrustLedger.class),
                    new ChannelAccountId(5));
            return new Kit(ports, context.getBean(TrustAlerts.class));
        }
    }
}
