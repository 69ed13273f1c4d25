package cn.siyu.application.continuity.port;

import cn.siyu.application.brand.port.InMemoryStaffMembers;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.brand.port.UnitOfWork;

class InMemoryContinuityTest implements ContinuityContract {
    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryStaffMembers members = new InMemoryStaffMembers(store);
    private final InMemoryInheritances inheritances = new InMemoryInheritances(store, members);
    private final InMemoryTransferBook book =
            new InMemoryTransferBook(store, inheritances, (_, sight) -> sight.everything());

    @Override
    public StaffMembers members() {
        return members;
    }

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
