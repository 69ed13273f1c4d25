package cn.siyu.application.customer.port;

import cn.siyu.application.brand.port.InMemoryStore;

class InMemoryRelationshipsTest implements RelationshipsContract {
    private final Relationships relationships = new InMemoryRelationships(new InMemoryStore());

    @Override
    public Relationships relationships() {
        return relationships;
    }
}
