package cn.siyu.application.brand.port;

import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/// Ids from a counter, public ids by mixing it: repeatable.
public final class InMemoryIdSource implements IdSource {
    private final AtomicLong last = new AtomicLong();

    @Override
    public long next() {
        return last.incrementAndGet();
    }

    @Override
    public PublicId publicId(long id, Instant createdAt) {
        return PublicId.of(createdAt, id * 0x9E3779B97F4A7C15L, id);
    }
}
