package cn.siyu.bootstrap.wiring;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.channel.port.ChannelCommands;
import cn.siyu.application.channel.port.SimulatedFarSide;
import cn.siyu.application.continuity.NoticeTransfers;
import cn.siyu.application.customer.AddRelationship;
import cn.siyu.application.customer.EndRelationship;
import cn.siyu.application.customer.SynchronizeContact;
import cn.siyu.application.customer.port.Tags;
import cn.siyu.application.engine.AdvanceClock;
import cn.siyu.application.engine.CarryOutCommands;
import cn.siyu.application.engine.DueWork;
import cn.siyu.application.engine.ReadTroubles;
import cn.siyu.application.engine.RetryTroubles;
import cn.siyu.application.engine.RunDueWork;
import cn.siyu.application.engine.port.ClockAdvances;
import cn.siyu.application.intake.ContactEvents;
import cn.siyu.application.intake.Reactions;
import cn.siyu.application.intake.StoreCallback;
import cn.siyu.application.intake.TagEvents;
import cn.siyu.application.intake.WorkOffInbox;
import cn.siyu.application.intake.port.Inbox;
import cn.siyu.bootstrap.sandbox.SandboxSettings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

@Factory
final class EngineWiring {
    @Singleton
    StoreCallback storeCallback(Brands brands, Inbox inbox, IdSource ids, Bell bell) {
        return new StoreCallback(brands, inbox, ids, bell::ring);
    }

    @Singleton
    ContactEvents contactEvents(
            AddRelationship add,
            EndRelationship end,
            SynchronizeContact synchronize,
            Reactions reactions,
            NoticeTransfers transfers,
            UnitOfWork work) {
        return new ContactEvents(add, end, synchronize, reactions, transfers, work);
    }

    @Singleton
    TagEvents tagEvents(Tags tags, IdSource ids, UnitOfWork work) {
        return new TagEvents(tags, ids, work);
    }

    @Singleton
    WorkOffInbox workOffInbox(
            Inbox inbox,
            ChannelAccounts accounts,
            List<ChannelAdapter> channels,
            ContactEvents contacts,
            TagEvents tags,
            UnitOfWork work) {
        return new WorkOffInbox(inbox, accounts, channels, contacts, tags, work);
    }

    @Singleton
    CarryOutCommands carryOutCommands(
            ChannelCommands commands,
            ChannelAccounts accounts,
            Tags tags,
            List<ChannelAdapter> channels,
            UnitOfWork work) {
        return new CarryOutCommands(commands, accounts, tags, channels, work);
    }

    @Singleton
    RunDueWork runDueWork(DueWorkInOrder kinds, BrandClock clock) {
        return new RunDueWork(kinds.kinds(), clock);
    }

    @Singleton
    AdvanceClock advanceClock(
            Brands brands,
            BrandClock clock,
            RunDueWork work,
            SimulatedFarSide farSide,
            ClockAdvances advances,
            IdSource ids,
            InstantSource machine,
            SandboxSettings sandbox) {
        return new AdvanceClock(brands, clock, work, farSide, advances, ids, machine, sandbox.grain());
    }

    @Singleton
    ReadTroubles readTroubles(Inbox inbox, ChannelCommands commands, ChannelAccounts accounts, IdSource ids) {
        return new ReadTroubles(inbox, commands, accounts, ids);
    }

    @Singleton
    RetryTroubles retryTroubles(
            ReadTroubles read, Inbox inbox, ChannelCommands commands, BrandClock clock, UnitOfWork work) {
        return new RetryTroubles(read, inbox, commands, clock, work);
    }

    /// The kinds of work in the order in which they are done when several are due.
    record DueWorkInOrder(List<DueWork> kinds) {}
}
