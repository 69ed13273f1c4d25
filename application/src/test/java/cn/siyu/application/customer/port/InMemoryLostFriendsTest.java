package cn.siyu.application.customer.port;

import cn.siyu.application.brand.port.InMemoryStore;

class InMemoryLostFriendsTest implements LostFriendsContract {
    private final InMemoryRelationships relationships = new InMemoryRelationships(new InMemoryStore());

    @Override
    public Ports ports() {
        return new Ports(new InMemoryLostFriends(relationships), relationships);
    }
}
