package cn.siyu.adapter.http;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.intake.CancelSynchronization;
import cn.siyu.application.intake.ReadSynchronizations;
import cn.siyu.application.intake.StartSynchronization;
import cn.siyu.application.intake.port.InMemorySynchronizations;
import cn.siyu.application.intake.port.Synchronizations;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;

/// Synchronisations in memory, which go on only when a test says so.
@Factory
final class IntakeWorld {
    @Singleton
    Synchronizations synchronizations(InMemoryStore store) {
        return new InMemorySynchronizations(store);
    }

    @Singleton
    StartSynchronization startSynchronization(
            InMemoryStore store,
            Brands brands,
            BrandClock clock,
            IdSource ids,
            ChannelAccounts accounts,
            Synchronizations synchronizations,
            List<ChannelAdapter> channels) {
        return new StartSynchronization(store, brands, clock, ids, accounts, synchronizations, channels);
    }

    @Singleton
    CancelSynchronization cancelSynchronization(
            InMemoryStore store, BrandClock clock, Synchronizations synchronizations) {
        return new CancelSynchronization(store, clock, synchronizations);
    }

    @Singleton
    ReadSynchronizations readSynchronizations(Synchronizations synchronizations, ChannelAccounts accounts) {
        return new ReadSynchronizations(synchronizations, accounts);
    }
}
