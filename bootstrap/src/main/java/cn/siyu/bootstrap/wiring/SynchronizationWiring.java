package cn.siyu.bootstrap.wiring;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.customer.ChannelTags;
import cn.siyu.application.customer.CustomerWitness;
import cn.siyu.application.customer.EndRelationship;
import cn.siyu.application.customer.KeepProfile;
import cn.siyu.application.customer.ListedRelationships;
import cn.siyu.application.customer.RelationshipBook;
import cn.siyu.application.customer.ResolveCustomers;
import cn.siyu.application.customer.SynchronizeContacts;
import cn.siyu.application.customer.port.Acquisition;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.intake.CancelSynchronization;
import cn.siyu.application.intake.Reactions;
import cn.siyu.application.intake.ReadSynchronizations;
import cn.siyu.application.intake.ReconcileByItself;
import cn.siyu.application.intake.RunSynchronizations;
import cn.siyu.application.intake.StartSynchronization;
import cn.siyu.application.intake.SynchronizationSources;
import cn.siyu.application.intake.TagEvents;
import cn.siyu.application.intake.port.Synchronizations;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;

@Factory
final class SynchronizationWiring {
    @Singleton
    ListedRelationships listedRelationships(
            Relationships relationships,
            RelationshipBook book,
            Acquisition acquisition,
            Brands brands,
            IdSource ids,
            CustomerWitness witness) {
        return new ListedRelationships(relationships, book, acquisition, brands, ids, witness);
    }

    @Singleton
    SynchronizeContacts synchronizeContacts(
            ResolveCustomers resolve, KeepProfile profiles, ListedRelationships relationships, ChannelTags tags) {
        return new SynchronizeContacts(resolve, profiles, relationships, tags);
    }

    @Singleton
    StartSynchronization startSynchronization(
            UnitOfWork work,
            Brands brands,
            BrandClock clock,
            IdSource ids,
            ChannelAccounts accounts,
            Synchronizations synchronizations,
            List<ChannelAdapter> channels) {
        return new StartSynchronization(work, brands, clock, ids, accounts, synchronizations, channels);
    }

    @Singleton
    CancelSynchronization cancelSynchronization(UnitOfWork work, BrandClock clock, Synchronizations synchronizations) {
        return new CancelSynchronization(work, clock, synchronizations);
    }

    @Singleton
    ReadSynchronizations readSynchronizations(Synchronizations synchronizations, ChannelAccounts accounts) {
        return new ReadSynchronizations(synchronizations, accounts);
    }

    /// Pages are read in threads of their own while others are written.
    @Singleton
    RunSynchronizations runSynchronizations(
            Synchronizations synchronizations,
            ChannelAccounts accounts,
            List<ChannelAdapter> channels,
            TagEvents tags,
            Brands brands,
            StartSynchronization start,
            SynchronizeContacts contacts,
            EndRelationship end,
            Relationships relationships,
            Reactions reactions,
            UnitOfWork work) {
        return new RunSynchronizations(
                synchronizations,
                new SynchronizationSources(synchronizations, accounts, channels, tags),
                new ReconcileByItself(brands, synchronizations, channels, start),
                new RunSynchronizations.Writing(contacts, end, relationships, reactions),
                work,
                page -> Thread.ofVirtual().name("siyu-pages").start(page));
    }
}
