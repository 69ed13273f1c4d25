package cn.siyu.adapter.http;

import cn.siyu.application.brand.ApiKey;
import cn.siyu.application.brand.ApiKeyId;
import cn.siyu.application.brand.ApiKeyText;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.brand.port.ApiKeys;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.BrandsContract;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.IdempotencyRecords;
import cn.siyu.application.brand.port.InMemoryApiKeys;
import cn.siyu.application.brand.port.InMemoryBrands;
import cn.siyu.application.brand.port.InMemoryIdSource;
import cn.siyu.application.brand.port.InMemoryIdempotencyRecords;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What stands behind the API in tests: real ports in memory, a clock that stands still until it is
/// moved, two brands (`demo`, a sandbox, and `live`) and keys for them.
@Factory
public final class World {
    public static final Instant NOW = Instant.parse("2026-03-01T08:00:00.123Z");
    public static final BrandId DEMO = new BrandId(1);
    public static final BrandId LIVE = new BrandId(2);
    /// May do everything in `demo`.
    public static final ApiKeyText KEY = text(1, true);
    /// May do everything in `live`.
    public static final ApiKeyText LIVE_KEY = text(2, false);

    private static final AtomicReference<Instant> CLOCK = new AtomicReference<>(NOW);

    @Singleton
    InMemoryStore store() {
        return new InMemoryStore();
    }

    @Singleton
    Brands brands(InMemoryStore store) {
        var brands = new InMemoryBrands(store);
        brands.add(BrandsContract.aBrand(DEMO.value(), "demo", NOW));
        brands.add(BrandsContract.aBrand(LIVE.value(), "live", null));
        return brands;
    }

    @Singleton
    ApiKeys keys(InMemoryStore store) {
        var keys = new InMemoryApiKeys(store);
        Set<Scope> all = EnumSet.complementOf(EnumSet.of(Scope.INSTALLATION));
        keys.add(aKey(1, KEY, DEMO, all, new DataScope.WholeBrand(), null));
        keys.add(aKey(2, LIVE_KEY, LIVE, all, new DataScope.WholeBrand(), null));
        return keys;
    }

    @Singleton
    IdempotencyRecords idempotencyRecords(InMemoryStore store) {
        return new InMemoryIdempotencyRecords(store);
    }

    @Singleton
    IdSource ids() {
        var ids = new InMemoryIdSource();
        // numbers up to a thousand are for what tests lay down themselves
        while (ids.next() < 1000) {}
        return ids;
    }

    @Singleton
    @Primary
    InstantSource clock() {
        return CLOCK::get;
    }

    /// What the next call to `crates/parts` does in its parts; it is given what says that the call
    /// is alive.
    public static final AtomicReference<Consumer<Runnable>> PARTS = new AtomicReference<>(_ -> {});

    /// How often the next crates whose name begins with `raced` give way to somebody else.
    public static final AtomicInteger RACES = new AtomicInteger();

    /// Moves the machine's clock.
    public static void moveClock(Instant to) {
        CLOCK.set(to);
    }

    /// What the machine's clock shows.
    public static Instant now() {
        return CLOCK.get();
    }

    /// The text of a key that is made from a number.
    public static ApiKeyText text(long number, boolean test) {
        return ApiKeyText.of(
                test,
                ByteBuffer.allocate(ApiKeyText.PART_BYTES).putLong(number).array(),
                ByteBuffer.allocate(ApiKeyText.SECRET_BYTES).putLong(number).array());
    }

    /// A key.
    public static ApiKey aKey(
            long number,
            ApiKeyText text,
            @Nullable BrandId brand,
            Set<Scope> scopes,
            DataScope sees,
            @Nullable Instant expiresAt) {
        return new ApiKey(
                new ApiKeyId(number),
                PublicId.of(NOW, number, number),
                text.part(),
                brand,
                "Key " + number,
                text.hash(),
                scopes,
                sees,
                text.test(),
                expiresAt,
                null,
                NOW);
    }
}
