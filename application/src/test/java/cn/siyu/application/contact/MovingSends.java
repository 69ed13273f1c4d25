package cn.siyu.application.contact;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.contact.port.ContactFixtures;
import cn.siyu.application.contact.port.InMemoryContactLedgers;
import cn.siyu.application.contact.port.InMemoryRecipientQuotas;
import cn.siyu.application.contact.port.InMemorySendBatches;
import cn.siyu.application.contact.port.InMemorySends;
import cn.siyu.application.customer.port.Persons;
import java.util.List;

/// Sends that change hands, for tests of other capabilities.
public final class MovingSends {
    /// The sends.
    public final InMemorySends sends;

    /// Their batches.
    public final InMemorySendBatches batches;

    private final MoveSends move;

    public MovingSends(InMemoryStore store) {
        sends = new InMemorySends(store);
        var ledgers = new Ledgers(new InMemoryContactLedgers(store), new InMemoryRecipientQuotas(store), Persons.ALONE);
        var rules = new Rules((_, _, _) -> TestPolicies.SHIPPED.governor(), new Channels(List.of()));
        batches = new InMemorySendBatches(store, sends);
        batches.account(ContactFixtures.ACCOUNT, ContactFixtures.SENDER);
        move = new MoveSends(sends, batches, ledgers, rules);
    }

    /// The use case.
    public MoveSends use() {
        return move;
    }
}
