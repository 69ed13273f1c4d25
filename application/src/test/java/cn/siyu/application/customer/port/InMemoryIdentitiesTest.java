package cn.siyu.application.customer.port;

import cn.siyu.application.brand.port.InMemoryStore;

class InMemoryIdentitiesTest implements IdentitiesContract {
    private final Identities identities = new InMemoryIdentities(new InMemoryStore());

    @Override
    public Identities identities() {
        return identities;
    }
}
