package cn.siyu.adapter.http;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.channel.OverridePolicy;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.PolicyEditions;
import cn.siyu.application.channel.port.PolicyOverrides;
import cn.siyu.application.contact.port.InMemoryReachability;
import cn.siyu.application.customer.ExplainLifecycle;
import cn.siyu.application.customer.PriorInForce;
import cn.siyu.application.customer.port.InMemoryPurchaseRhythms;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.insight.ReadLosses;
import cn.siyu.application.task.LookAfterRelationship;
import cn.siyu.application.task.port.InMemoryTasks;
import cn.siyu.application.trust.AdoptCalibration;
import cn.siyu.application.trust.AnswerTrustAlert;
import cn.siyu.application.trust.CompareTrust;
import cn.siyu.application.trust.ReadCalibrations;
import cn.siyu.application.trust.ReadTrustAlerts;
import cn.siyu.application.trust.StartCalibration;
import cn.siyu.application.trust.TestTrustPolicy;
import cn.siyu.application.trust.TrustBasis;
import cn.siyu.application.trust.port.InMemoryCalibrations;
import cn.siyu.application.trust.port.InMemoryTrustAlerts;
import cn.siyu.application.trust.port.InMemoryTrustComparisons;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.policy.PolicyCatalog;
import cn.siyu.domain.channel.policy.PolicyConfidence;
import cn.siyu.domain.channel.policy.PolicyEdition;
import cn.siyu.domain.channel.policy.PolicyEditionId;
import cn.siyu.domain.channel.policy.PolicyKind;
import cn.siyu.domain.customer.lifecycle.LifecyclePolicy;
import cn.siyu.domain.customer.lifecycle.PurchasePrior;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// What trust at work needs behind the API in tests.
@Factory
final class TrustWorld {
    @Singleton
    InMemoryTrustAlerts trustAlerts(
            InMemoryStore store,
            FactsWorld.Kept kept,
            ChannelAccounts accounts,
            StaffMembers staff,
            Departments departments) {
        return new InMemoryTrustAlerts(
                store,
                kept.relationships(),
                kept.customers(),
                kept.trust(),
                account -> holder(accounts, staff, departments, account));
    }

    private static InMemoryTrustAlerts.Holder holder(
            ChannelAccounts accounts, StaffMembers staff, Departments departments, ChannelAccountId id) {
        var account = accounts.find(World.DEMO, id).orElseThrow();
        return new InMemoryTrustAlerts.Holder(
                account.publicId(),
                account.name(),
                account.staff(),
                staff.find(World.DEMO, account.staff()).orElseThrow().publicId(),
                account.department(),
                departments.find(World.DEMO, account.department()).orElseThrow().publicId());
    }

    @Singleton
    ReadTrustAlerts readTrustAlerts(InMemoryTrustAlerts alerts, ResolveSight sights) {
        return new ReadTrustAlerts(alerts, sights);
    }

    @Singleton
    InMemoryTrustComparisons comparisons() {
        return new InMemoryTrustComparisons();
    }

    @Singleton
    CompareTrust compareTrust(
            InMemoryTrustComparisons comparisons, ResolveSight sights, Brands brands, BrandClock clock) {
        return new CompareTrust(
                comparisons, sights, new TrustBasis.Source(brands, clock, (_, _) -> TestTrustPolicy.POLICY));
    }

    @Singleton
    InMemoryCalibrations calibrations(InMemoryStore store) {
        return new InMemoryCalibrations(store);
    }

    @Singleton
    StartCalibration startCalibration(
            InMemoryCalibrations calibrations, IdSource ids, BrandClock clock, InMemoryStore store) {
        return new StartCalibration(calibrations, ids, clock, store);
    }

    @Singleton
    ReadCalibrations readCalibrations(InMemoryCalibrations calibrations) {
        return new ReadCalibrations(calibrations);
    }

    @Singleton
    AdoptCalibration adoptCalibration(
            InMemoryCalibrations calibrations, PolicyOverrides overrides, BrandClock clock, InMemoryStore store) {
        var trust = new PolicyEdition(
                new PolicyEditionId("trust-1"),
                PolicyKind.TRUST,
                null,
                LocalDate.of(2020, 1, 1),
                "test",
                PolicyConfidence.ASSUMED,
                Map.of("kinds", Map.of("REPLIED", Map.of("social", 4))));
        var catalog = new PolicyCatalog(List.of(trust), ZoneId.of("Asia/Shanghai"));
        PolicyEditions editions = () -> catalog;
        var override = new OverridePolicy(editions, overrides, Map.of(PolicyKind.TRUST, _ -> List.of()), clock, store);
        return new AdoptCalibration(
                calibrations, (_, _) -> TestTrustPolicy.POLICY, editions, overrides, override, clock, store);
    }

    @Singleton
    AnswerTrustAlert answerTrustAlert(
            InMemoryTrustAlerts alerts, ResolveSight sights, BrandClock clock, InMemoryStore store) {
        return new AnswerTrustAlert(alerts, sights, clock, store);
    }

    @Singleton
    LookAfterRelationship lookAfter(
            InMemoryTrustAlerts alerts,
            FactsWorld.Kept kept,
            InMemoryReachability reachability,
            InMemoryTasks tasks,
            CheckPersona personas,
            ResolveSight sights,
            IdSource ids,
            BrandClock clock,
            InMemoryStore store) {
        return new LookAfterRelationship(
                alerts, kept.relationships(), reachability, tasks, personas, sights, ids, clock, store);
    }

    @Singleton
    ExplainLifecycle explainLifecycle(FactsWorld.Kept kept, Brands brands, BrandClock clock, InMemoryStore store) {
        var policy = new LifecyclePolicy(
                3,
                30,
                Duration.ofDays(7),
                new LifecyclePolicy.Dormancy(
                        LifecyclePolicy.ClearedBy.PURCHASE,
                        0.05,
                        new PurchasePrior(2, 60),
                        new LifecyclePolicy.Measured(90, 100),
                        3,
                        Duration.ofDays(30)));
        return new ExplainLifecycle(
                kept.lifecycles(),
                (_, _) -> policy,
                new PriorInForce(new InMemoryPurchaseRhythms(store)),
                Persons.ALONE,
                brands,
                clock);
    }

    @Singleton
    ReadLosses readLosses(ResolveSight sights, Brands brands) {
        return new ReadLosses((_, _, _, _) -> List.of(), sights, brands);
    }
}
