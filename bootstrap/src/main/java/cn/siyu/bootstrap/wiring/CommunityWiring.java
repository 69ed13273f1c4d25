package cn.siyu.bootstrap.wiring;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.port.AccountStandings;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.community.CancelMoment;
import cn.siyu.application.community.LaunchMoments;
import cn.siyu.application.community.LeftOutHint;
import cn.siyu.application.community.MomentChannels;
import cn.siyu.application.community.MomentFiles;
import cn.siyu.application.community.MomentLimits;
import cn.siyu.application.community.MomentReactions;
import cn.siyu.application.community.MomentWords;
import cn.siyu.application.community.PlanMoment;
import cn.siyu.application.community.PostsOfAccounts;
import cn.siyu.application.community.PublishMoments;
import cn.siyu.application.community.ReadLeftOut;
import cn.siyu.application.community.ReadMoments;
import cn.siyu.application.community.ReportReactions;
import cn.siyu.application.community.SettleMomentPost;
import cn.siyu.application.community.WatchMoments;
import cn.siyu.application.community.port.MomentAudiences;
import cn.siyu.application.community.port.MomentPlans;
import cn.siyu.application.content.MaterialLimits;
import cn.siyu.application.content.port.FileSources;
import cn.siyu.application.content.port.Materials;
import cn.siyu.application.customer.port.Tags;
import cn.siyu.application.insight.RecordInteractions;
import cn.siyu.application.task.HandTasks;
import cn.siyu.application.task.LeavesOut;
import cn.siyu.application.task.port.Tasks;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Posts to moments.
@Factory
final class CommunityWiring {
    /// After which nobody waits for a call any more: far beyond every time-out of an adapter.
    private static final Duration CALL_OVER = Duration.ofMinutes(2);

    @Singleton
    PostsOfAccounts postsOfAccounts(MomentPlans plans, Tasks tasks) {
        return new PostsOfAccounts(plans, tasks);
    }

    @Singleton
    LeavesOut leftOutHint(MomentAudiences audiences) {
        return new LeftOutHint(audiences);
    }

    @Singleton
    ReadLeftOut readLeftOut(
            MomentPlans plans, MomentAudiences audiences, Tasks tasks, ResolveSight sights, BrandClock clock) {
        return new ReadLeftOut(plans, audiences, tasks, sights, clock);
    }

    @Singleton
    MomentChannels momentChannels(List<ChannelAdapter> adapters) {
        return new MomentChannels(adapters);
    }

    @Singleton
    MomentWords momentWords(Brands brands, MaterialLimits limits) {
        return new MomentWords(brands, limits);
    }

    @Singleton
    MomentLimits momentLimits(
            MomentPlans plans,
            Tasks tasks,
            AccountStandings standings,
            PoliciesInForce policies,
            MomentChannels channels) {
        return new MomentLimits(plans, tasks, standings, policies, channels);
    }

    @Singleton
    PlanMoment planMoment(
            MomentPlans plans,
            MomentAudiences audiences,
            MomentLimits limits,
            MomentWords words,
            CheckPersona personas,
            Materials materials,
            ChannelAccounts accounts,
            Tags tags,
            PoliciesInForce policies,
            ResolveSight sights,
            UnitOfWork work,
            BrandClock clock,
            IdSource ids) {
        return new PlanMoment(
                plans, audiences, limits, words, personas, materials, accounts, tags, policies, sights, work, clock,
                ids);
    }

    @Singleton
    CancelMoment cancelMoment(MomentPlans plans, ResolveSight sights, UnitOfWork work, BrandClock clock) {
        return new CancelMoment(plans, sights, work, clock);
    }

    @Singleton
    SettleMomentPost settleMomentPost(MomentPlans plans, ResolveSight sights, UnitOfWork work, BrandClock clock) {
        return new SettleMomentPost(plans, sights, work, clock);
    }

    @Singleton
    ReportReactions reportReactions(
            MomentPlans plans,
            ChannelAccounts accounts,
            MomentAudiences audiences,
            RecordInteractions interactions,
            ResolveSight sights,
            UnitOfWork work,
            BrandClock clock) {
        return new ReportReactions(plans, accounts, audiences, interactions, sights, work, clock);
    }

    @Singleton
    ReadMoments readMoments(
            MomentPlans plans,
            MomentAudiences audiences,
            Materials materials,
            Tags tags,
            ChannelAccounts accounts,
            ResolveSight sights,
            BrandClock clock) {
        return new ReadMoments(plans, audiences, materials, tags, accounts, sights, clock);
    }

    @Singleton
    LaunchMoments launchMoments(
            MomentPlans plans,
            MomentAudiences audiences,
            MomentChannels channels,
            MomentWords words,
            CheckPersona personas,
            FileSources files,
            Materials materials,
            Tags tags,
            HandTasks hands,
            UnitOfWork work,
            InstantSource machine) {
        return new LaunchMoments(
                plans,
                audiences,
                channels,
                words,
                personas,
                new MomentFiles(files),
                materials,
                tags,
                hands,
                work,
                machine);
    }

    @Singleton
    WatchMoments watchMoments(
            MomentPlans plans, MomentChannels channels, RecordInteractions interactions, UnitOfWork work) {
        return new WatchMoments(plans, channels, new MomentReactions(interactions, channels), work);
    }

    @Singleton
    PublishMoments publishMoments(
            MomentPlans plans,
            ChannelAccounts accounts,
            LaunchMoments launch,
            WatchMoments watch,
            UnitOfWork work,
            InstantSource machine) {
        return new PublishMoments(plans, accounts, launch, watch, work, machine, CALL_OVER);
    }
}
