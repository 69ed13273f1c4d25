package cn.siyu.application.brand.port;

class InMemoryIdempotencyRecordsTest implements IdempotencyRecordsContract {
    private final InMemoryStore store = new InMemoryStore();
    private final IdempotencyRecords records = new InMemoryIdempotencyRecords(store);

    @Override
    public IdempotencyRecords idempotencyRecords() {
        return records;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return store;
    }
}
