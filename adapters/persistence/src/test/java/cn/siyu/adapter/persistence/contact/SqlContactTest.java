package cn.siyu.adapter.persistence.contact;

import static cn.siyu.application.contact.port.ContactFixtures.ACCOUNT;
import static cn.siyu.application.contact.port.ContactFixtures.BRAND;
import static cn.siyu.application.contact.port.ContactFixtures.NOW;
import static cn.siyu.application.contact.port.ContactFixtures.SENDER;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.contact.port.ContactLedgers;
import cn.siyu.application.contact.port.LedgersContract;
import cn.siyu.application.contact.port.RecipientQuotas;
import cn.siyu.application.contact.port.SendBatches;
import cn.siyu.application.contact.port.SendBatchesContract;
import cn.siyu.application.contact.port.Sends;
import cn.siyu.application.contact.port.SendsContract;
import cn.siyu.domain.id.PublicId;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.Nested;

class SqlContactTest {
    @Nested
    class SendsOnH2 extends SendsOn {
        SendsOnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    class SendsOnPostgresql extends SendsOn {
        SendsOnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }

    @Nested
    class BatchesOnH2 extends BatchesOn {
        BatchesOnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    class BatchesOnPostgresql extends BatchesOn {
        BatchesOnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }

    @Nested
    class LedgersOnH2 extends LedgersOn {
        LedgersOnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    class LedgersOnPostgresql extends LedgersOn {
        LedgersOnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }

    abstract static class SendsOn implements SendsContract {
        private final ApplicationContext context;

        SendsOn(TestDatabase database) {
            context = database.emptied();
        }

        @Override
        public Sends sends() {
            return context.getBean(Sends.class);
        }
    }

    abstract static class BatchesOn implements SendBatchesContract {
        private final ApplicationContext context;

        BatchesOn(TestDatabase database) {
            context = database.emptied();
            account(context.getBean(Sql.class));
        }

        @Override
        public SendBatches batches() {
            return context.getBean(SendBatches.class);
        }

        @Override
        public Sends sends() {
            return context.getBean(Sends.class);
        }
    }

    abstract static class LedgersOn implements LedgersContract {
        private final ApplicationContext context;

        LedgersOn(TestDatabase database) {
            context = database.emptied();
        }

        @Override
        public ContactLedgers ledgers() {
            return context.getBean(ContactLedgers.class);
        }

        @Override
        public RecipientQuotas quotas() {
            return context.getBean(RecipientQuotas.class);
        }

        @Override
        public UnitOfWork work() {
            return context.getBean(UnitOfWork.class);
        }
    }

    static void account(Sql sql) {
        sql.update(
                """
                INSERT INTO channel_account (brand, id, public_id, channel, connection, address, name, staff, department,
                  total_cap, daily_cap, state, health, version, created_at, updated_at)
                VALUES (?, ?, ?, ?, ?, ?, 'Account', 1, 1, 100, 10, 'ACTIVE', 'GOOD', 1, ?, ?)""",
                BRAND,
                ACCOUNT.value(),
                PublicId.of(NOW, 1, 1),
                SENDER.channel(),
                SENDER.connection(),
                SENDER.address(),
                NOW,
                NOW);
    }
}
