package cn.siyu.bootstrap.wiring;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.channel.OverridePolicy;
import cn.siyu.application.channel.port.PolicyEditions;
import cn.siyu.application.channel.port.PolicyOverrides;
import cn.siyu.application.contact.port.Reachability;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.task.LookAfterRelationship;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.application.trust.AdoptCalibration;
import cn.siyu.application.trust.AnswerTrustAlert;
import cn.siyu.application.trust.CompareTrust;
import cn.siyu.application.trust.ExplainTrust;
import cn.siyu.application.trust.JudgeTrust;
import cn.siyu.application.trust.ProjectTrust;
import cn.siyu.application.trust.ReadCalibrations;
import cn.siyu.application.trust.ReadTrust;
import cn.siyu.application.trust.ReadTrustAlerts;
import cn.siyu.application.trust.RecordEvidence;
import cn.siyu.application.trust.RefreshTrustProjections;
import cn.siyu.application.trust.RelationshipEvidence;
import cn.siyu.application.trust.RunCalibrations;
import cn.siyu.application.trust.StartCalibration;
import cn.siyu.application.trust.TrustBasis;
import cn.siyu.application.trust.TrustPolicies;
import cn.siyu.application.trust.TrustPolicyEditions;
import cn.siyu.application.trust.WatchTrust;
import cn.siyu.application.trust.port.CalibrationHistories;
import cn.siyu.application.trust.port.Calibrations;
import cn.siyu.application.trust.port.EvidenceLog;
import cn.siyu.application.trust.port.TrustAlerts;
import cn.siyu.application.trust.port.TrustComparisons;
import cn.siyu.application.trust.port.TrustLedger;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class TrustWiring {
    @Singleton
    TrustPolicies trustPolicies(PolicyEditions editions, PolicyOverrides overrides) {
        return new TrustPolicyEditions(editions, overrides);
    }

    @Singleton
    TrustBasis.Source trustBasis(Brands brands, BrandClock clock, TrustPolicies policies) {
        return new TrustBasis.Source(brands, clock, policies);
    }

    @Singleton
    ProjectTrust projectTrust(TrustLedger ledger, TrustBasis.Source basis, Persons persons) {
        return new ProjectTrust(ledger, basis, persons);
    }

    @Singleton
    RecordEvidence recordEvidence(
            EvidenceLog log, TrustLedger ledger, IdSource ids, TrustBasis.Source basis, ProjectTrust project) {
        return new RecordEvidence(log, ledger, ids, basis, project);
    }

    @Singleton
    RelationshipEvidence relationshipEvidence(RecordEvidence evidence, ProjectTrust project) {
        return new RelationshipEvidence(evidence, project);
    }

    @Singleton
    ReadTrust readTrust(TrustLedger ledger, TrustBasis.Source basis, Persons persons) {
        return new ReadTrust(ledger, basis, persons);
    }

    @Singleton
    ExplainTrust explainTrust(EvidenceLog log, TrustLedger ledger, TrustBasis.Source basis, Persons persons) {
        return new ExplainTrust(log, ledger, basis, persons);
    }

    @Singleton
    RefreshTrustProjections refreshTrustProjections(
            UnitOfWork work, Brands brands, TrustLedger ledger, ProjectTrust project) {
        return new RefreshTrustProjections(work, brands, ledger, project);
    }

    @Singleton
    JudgeTrust judgeTrust(TrustLedger ledger, EvidenceLog log, TrustBasis.Source basis, Persons persons) {
        return new JudgeTrust(ledger, log, basis, persons);
    }

    @Singleton
    WatchTrust watchTrust(
            UnitOfWork work, Brands brands, TrustLedger ledger, TrustAlerts alerts, JudgeTrust judge, IdSource ids) {
        return new WatchTrust(work, brands, ledger, alerts, judge, ids);
    }

    @Singleton
    ReadTrustAlerts readTrustAlerts(TrustAlerts alerts, ResolveSight sights) {
        return new ReadTrustAlerts(alerts, sights);
    }

    @Singleton
    StartCalibration startCalibration(Calibrations calibrations, IdSource ids, BrandClock clock, UnitOfWork work) {
        return new StartCalibration(calibrations, ids, clock, work);
    }

    @Singleton
    ReadCalibrations readCalibrations(Calibrations calibrations) {
        return new ReadCalibrations(calibrations);
    }

    @Singleton
    RunCalibrations runCalibrations(
            Calibrations calibrations,
            CalibrationHistories histories,
            EvidenceLog log,
            TrustLedger ledger,
            Persons persons,
            TrustBasis.Source basis,
            Brands brands,
            BrandClock clock,
            UnitOfWork work) {
        return new RunCalibrations(calibrations, histories, log, ledger, persons, basis, brands, clock, work);
    }

    @Singleton
    AdoptCalibration adoptCalibration(
            Calibrations calibrations,
            TrustPolicies policies,
            PolicyEditions editions,
            PolicyOverrides overrides,
            OverridePolicy override,
            BrandClock clock,
            UnitOfWork work) {
        return new AdoptCalibration(calibrations, policies, editions, overrides, override, clock, work);
    }

    @Singleton
    CompareTrust compareTrust(TrustComparisons comparisons, ResolveSight sights, TrustBasis.Source basis) {
        return new CompareTrust(comparisons, sights, basis);
    }

    @Singleton
    AnswerTrustAlert answerTrustAlert(TrustAlerts alerts, ResolveSight sights, BrandClock clock, UnitOfWork work) {
        return new AnswerTrustAlert(alerts, sights, clock, work);
    }

    @Singleton
    LookAfterRelationship lookAfterRelationship(
            TrustAlerts alerts,
            Relationships relationships,
            Reachability reachability,
            Tasks tasks,
            CheckPersona personas,
            ResolveSight sights,
            IdSource ids,
            BrandClock clock,
            UnitOfWork work) {
        return new LookAfterRelationship(
                alerts, relationships, reachability, tasks, personas, sights, ids, clock, work);
    }
}
