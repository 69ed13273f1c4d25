package cn.siyu.adapter.persistence.contact;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.contact.port.ContactLedgers;
import cn.siyu.application.contact.port.LedgersContract;
import cn.siyu.application.contact.port.RecipientQuotas;
import cn.siyu.application.contact.port.Responses;
import cn.siyu.application.contact.port.ResponsesContract;
import cn.siyu.application.contact.port.SendBatches;
import cn.siyu.application.contact.port.SendBatchesContract;
import cn.siyu.application.contact.port.SendResults;
import cn.siyu.application.contact.port.Sends;
import cn.siyu.application.contact.port.SendsContract;
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

    @Nested
    class ResponsesOnH2 extends ResponsesOn {
        ResponsesOnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    class ResponsesOnPostgresql extends ResponsesOn {
        ResponsesOnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }

    abstract static class ResponsesOn implements ResponsesContract {
        private final ApplicationContext context;

        ResponsesOn(TestDatabase database) {
            context = database.emptied();
        }

        @Override
        public Responses responses() {
            return context.getBean(Responses.class);
        }

        @Override
        public SendResults results() {
            return context.getBean(SendResults.class);
        }

        @Override
        public Sends sends() {
            return context.getBean(Sends.class);
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
            new ContactRows(context.getBean(Sql.class)).account();
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
}
