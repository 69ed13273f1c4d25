package cn.siyu.application.customer.port;

import cn.siyu.application.brand.port.InMemoryStore;
import java.time.Instant;

class InMemoryPurchaseRhythmsTest implements PurchaseRhythmsContract {
    private final InMemoryPurchaseRhythms rhythms = new InMemoryPurchaseRhythms(new InMemoryStore());

    @Override
    public PurchaseRhythms rhythms() {
        return rhythms;
    }

    @Override
    public void bought(long person, Instant at) {
        rhythms.bought(person, at);
    }
}
