package cn.siyu.adapter.http;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.engine.ReadTroubles;
import cn.siyu.application.engine.RetryTroubles;
import cn.siyu.application.intake.port.InMemoryInbox;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/// What troubles need behind the API in tests.
@Factory
final class TroublesWorld {
    @Singleton
    InMemoryInbox inbox(InMemoryStore store) {
        return new InMemoryInbox(store);
    }

    @Singleton
    ReadTroubles readTroubles(InMemoryInbox inbox, FactsWorld.Kept kept, ChannelAccounts accounts, IdSource ids) {
        return new ReadTroubles(inbox, kept.commands(), accounts, ids);
    }

    @Singleton
    RetryTroubles retryTroubles(
            ReadTroubles read, InMemoryInbox inbox, FactsWorld.Kept kept, BrandClock clock, InMemoryStore store) {
        return new RetryTroubles(read, inbox, kept.commands(), clock, store);
    }
}
