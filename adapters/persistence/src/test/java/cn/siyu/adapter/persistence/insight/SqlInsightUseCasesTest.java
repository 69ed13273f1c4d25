package cn.siyu.adapter.persistence.insight;

import cn.siyu.adapter.persistence.GivenRows;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.Identities;
import cn.siyu.application.customer.port.IdentityGraph;
import cn.siyu.application.customer.port.Lifecycles;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.customer.port.Wishes;
import cn.siyu.application.insight.InsightFacts;
import cn.siyu.application.insight.InsightPorts;
import cn.siyu.application.insight.InsightUseCasesContract;
import cn.siyu.application.insight.TestPlatformPolicy;
import cn.siyu.application.insight.port.Attributions;
import cn.siyu.application.insight.port.Interactions;
import cn.siyu.application.insight.port.Orders;
import cn.siyu.application.insight.port.Whereabouts;
import cn.siyu.application.trust.TrustPorts;
import cn.siyu.application.trust.port.EvidenceLog;
import cn.siyu.application.trust.port.TrustLedger;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.id.PublicId;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import org.junit.jupiter.api.Nested;

class SqlInsightUseCasesTest {
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

    abstract static class OnDatabase implements InsightUseCasesContract {
        private final TestDatabase database;
        private Sql sql;

        OnDatabase(TestDatabase database) {
            this.database = database;
            this.sql = database.emptied().getBean(Sql.class);
        }

        @Override
        public InsightPorts ports() {
            ApplicationContext context = database.emptied();
            sql = context.getBean(Sql.class);
            var given = new GivenRows(sql, DAY_0);
            given.account(ACCOUNT);
            given.staff(STAFF);
            given.store(PublicId.of(DAY_0, 1, 1));
            var trust = new TrustPorts(
                    context.getBean(UnitOfWork.class),
                    context.getBean(Brands.class),
                    context.getBean(IdSource.class),
                    context.getBean(Customers.class),
                    context.getBean(Relationships.class),
                    context.getBean(EvidenceLog.class),
                    context.getBean(TrustLedger.class),
                    new ChannelAccountId(5),
                    context.getBean(Persons.class));
            return new InsightPorts(
                    trust,
                    context.getBean(Identities.class),
                    context.getBean(IdentityGraph.class),
                    context.getBean(Persons.class),
                    context.getBean(Wishes.class),
                    context.getBean(Lifecycles.class),
                    context.getBean(Interactions.class),
                    context.getBean(Orders.class),
                    context.getBean(Attributions.class),
                    context.getBean(Whereabouts.class),
                    TestPlatformPolicy.POLICY);
        }

        @Override
        public void delivered(InsightPorts ports, long send, Instant at) {
            new GivenRows(sql, DAY_0).delivered(send, CUSTOMER.value(), RELATIONSHIP.value(), at);
        }

        /// Lets the customer buy for 25.00 on a day.
        void ordered(InsightPorts ports, String key, int day) {
            InsightFacts.buy(ports, key, day, 2500);
        }
    }
}
