package cn.siyu.application.intake.port;

import cn.siyu.application.brand.port.InMemoryStore;

final class InMemorySynchronizationsTest implements SynchronizationsContract {
    private final InMemorySynchronizations synchronizations = new InMemorySynchronizations(new InMemoryStore());

    @Override
    public Synchronizations synchronizations() {
        return synchronizations;
    }
}
