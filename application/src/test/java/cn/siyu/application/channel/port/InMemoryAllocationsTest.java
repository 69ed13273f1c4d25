package cn.siyu.application.channel.port;

import cn.siyu.application.brand.port.InMemoryStore;

class InMemoryAllocationsTest implements AllocationsContract {
    private final InMemoryAllocations allocations = new InMemoryAllocations(new InMemoryStore());

    @Override
    public Allocations allocations() {
        return allocations;
    }
}
