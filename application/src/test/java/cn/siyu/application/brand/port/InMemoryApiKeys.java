package cn.siyu.application.brand.port;

import cn.siyu.application.brand.ApiKey;
import cn.siyu.application.brand.ApiKeyId;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// API keys in memory.
public final class InMemoryApiKeys implements ApiKeys {
    private final InMemoryStore.Table<Long, ApiKey> table;

    public InMemoryApiKeys(InMemoryStore store) {
        this.table = store.table();
    }

    @Override
    public void add(ApiKey key) {
        if (byPart(key.part()).isPresent()) {
            throw new AlreadyExists("key part", key.part());
        }
        table.rows().put(key.id().value(), key);
    }

    @Override
    public Optional<ApiKey> byPart(String part) {
        return table.rows().values().stream()
                .filter(key -> key.part().equals(part))
                .findFirst();
    }

    @Override
    public Optional<ApiKey> byPublicId(@Nullable BrandId brand, PublicId id) {
        return of(brand).stream().filter(key -> key.publicId().equals(id)).findFirst();
    }

    @Override
    public List<ApiKey> of(@Nullable BrandId brand) {
        return table.rows().values().stream()
                .filter(key -> Objects.equals(key.brand(), brand))
                .toList();
    }

    @Override
    public void revoke(ApiKeyId id, Instant at) {
        table.rows().computeIfPresent(id.value(), (_, key) -> key.revokedAt() == null ? key.revoked(at) : key);
    }
}
