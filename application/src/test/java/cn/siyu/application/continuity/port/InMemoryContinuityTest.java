package cn.siyu.application.continuity.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.UnitOfWork;

class InMemoryContinuityTest implements ContinuityContract {
    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryInheritances inheritances = new InMemoryInheritances(store);
    private final InMemoryTransferBook book = new InMemoryTransferBook(store, inheritances);

    @Override
    public Inheritances inheritances() {
        return inheritances;
    }

    @Override
    public TransferBook book() {
        return book;
    }

    @Override
    public UnitOfWork work() {
        return store;
    }
}
