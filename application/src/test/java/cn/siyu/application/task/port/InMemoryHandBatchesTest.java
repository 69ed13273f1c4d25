package cn.siyu.application.task.port;

import cn.siyu.application.brand.port.InMemoryStore;

class InMemoryHandBatchesTest implements HandBatchesContract {
    @Override
    public HandBatches batches() {
        return new InMemoryHandBatches(new InMemoryStore());
    }
}
