package cn.siyu.application.contact.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.UnitOfWork;
import org.junit.jupiter.api.Nested;

class InMemoryContactTest {
    private final InMemoryStore store = new InMemoryStore();
    private final InMemorySends sends = new InMemorySends(store);
    private final InMemorySendBatches batches = new InMemorySendBatches(store, sends);
    private final ContactLedgers ledgers = new InMemoryContactLedgers(store);
    private final RecipientQuotas quotas = new InMemoryRecipientQuotas(store);

    InMemoryContactTest() {
        batches.account(ContactFixtures.ACCOUNT, ContactFixtures.SENDER);
    }

    @Nested
    class SendsInMemory implements SendsContract {
        @Override
        public Sends sends() {
            return sends;
        }
    }

    @Nested
    class BatchesInMemory implements SendBatchesContract {
        @Override
        public SendBatches batches() {
            return batches;
        }

        @Override
        public Sends sends() {
            return sends;
        }
    }

    @Nested
    class LedgersInMemory implements LedgersContract {
        @Override
        public ContactLedgers ledgers() {
            return ledgers;
        }

        @Override
        public RecipientQuotas quotas() {
            return quotas;
        }

        @Override
        public UnitOfWork work() {
            return store;
        }
    }

    @Nested
    class ResponsesInMemory implements ResponsesContract {
        private final InMemorySendResults kept = new InMemorySendResults(store, sends);
        private final Responses responses = new InMemoryResponses(store, kept);

        @Override
        public Responses responses() {
            return responses;
        }

        @Override
        public SendResults results() {
            return kept;
        }

        @Override
        public Sends sends() {
            return sends;
        }
    }
}
