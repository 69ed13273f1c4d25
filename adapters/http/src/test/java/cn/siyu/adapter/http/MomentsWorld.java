package cn.siyu.adapter.http;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.channel.port.InMemoryAccountStandings;
import cn.siyu.application.community.CancelMoment;
import cn.siyu.application.community.MomentChannels;
import cn.siyu.application.community.MomentLimits;
import cn.siyu.application.community.MomentWords;
import cn.siyu.application.community.PlanMoment;
import cn.siyu.application.community.ReadLeftOut;
import cn.siyu.application.community.ReadMoments;
import cn.siyu.application.community.ReportReactions;
import cn.siyu.application.community.SettleMomentPost;
import cn.siyu.application.community.port.InMemoryMomentAudiences;
import cn.siyu.application.community.port.InMemoryMomentPlans;
import cn.siyu.application.community.port.MomentAudiences;
import cn.siyu.application.content.MaterialLimits;
import cn.siyu.application.content.port.Materials;
import cn.siyu.application.customer.port.Tags;
import cn.siyu.application.insight.RecordInteractions;
import cn.siyu.application.task.port.InMemoryTasks;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;

/// Posts to moments behind the API in tests: ports in memory, over the accounts and customers of
/// the other worlds. Nothing leaves by itself.
@Factory
public final class MomentsWorld {
    @Singleton
    InMemoryMomentPlans moments(InMemoryStore store, ChannelAccounts accounts) {
        return new InMemoryMomentPlans(store, accounts);
    }

    @Singleton
    MomentAudiences momentAudiences(FactsWorld.Kept facts, ChannelAccounts accounts) {
        return new InMemoryMomentAudiences(
                facts.relationships(), facts.customers(), facts.identities(), facts.tags(), facts.wishes(), accounts);
    }

    @Singleton
    PlanMoment planMoment(
            InMemoryMomentPlans plans,
            MomentAudiences audiences,
            InMemoryTasks tasks,
            InMemoryAccountStandings standings,
            List<ChannelAdapter> adapters,
            CheckPersona personas,
            Brands brands,
            MaterialLimits limits,
            Materials materials,
            ChannelAccounts accounts,
            Tags tags,
            PoliciesInForce policies,
            ResolveSight sights,
            InMemoryStore store,
            BrandClock clock,
            IdSource ids) {
        return new PlanMoment(
                plans,
                audiences,
                new MomentLimits(plans, tasks, standings, policies, new MomentChannels(adapters)),
                new MomentWords(brands, limits),
                personas,
                materials,
                accounts,
                tags,
                policies,
                sights,
                store,
                clock,
                ids);
    }

    @Singleton
    CancelMoment cancelMoment(InMemoryMomentPlans plans, ResolveSight sights, InMemoryStore store, BrandClock clock) {
        return new CancelMoment(plans, sights, store, clock);
    }

    @Singleton
    SettleMomentPost settleMomentPost(
            InMemoryMomentPlans plans, ResolveSight sights, InMemoryStore store, BrandClock clock) {
        return new SettleMomentPost(plans, sights, store, clock);
    }

    @Singleton
    ReportReactions reportReactions(
            InMemoryMomentPlans plans,
            ChannelAccounts accounts,
            MomentAudiences audiences,
            RecordInteractions interactions,
            ResolveSight sights,
            InMemoryStore store,
            BrandClock clock) {
        return new ReportReactions(plans, accounts, audiences, interactions, sights, store, clock);
    }

    @Singleton
    ReadMoments readMoments(
            InMemoryMomentPlans plans,
            MomentAudiences audiences,
            Materials materials,
            Tags tags,
            ChannelAccounts accounts,
            ResolveSight sights,
            BrandClock clock) {
        return new ReadMoments(plans, audiences, materials, tags, accounts, sights, clock);
    }

    @Singleton
    ReadLeftOut readLeftOut(
            InMemoryMomentPlans plans,
            MomentAudiences audiences,
            InMemoryTasks tasks,
            ResolveSight sights,
            BrandClock clock) {
        return new ReadLeftOut(plans, audiences, tasks, sights, clock);
    }
}
