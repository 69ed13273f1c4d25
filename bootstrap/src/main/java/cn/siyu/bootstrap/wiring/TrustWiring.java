package cn.siyu.bootstrap.wiring;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.PolicyEditions;
import cn.siyu.application.channel.port.PolicyOverrides;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.trust.ExplainTrust;
import cn.siyu.application.trust.ProjectTrust;
import cn.siyu.application.trust.ReadTrust;
import cn.siyu.application.trust.RecordEvidence;
import cn.siyu.application.trust.RefreshTrustProjections;
import cn.siyu.application.trust.RelationshipEvidence;
import cn.siyu.application.trust.TrustBasis;
import cn.siyu.application.trust.TrustPolicies;
import cn.siyu.application.trust.TrustPolicyEditions;
import cn.siyu.application.trust.port.EvidenceLog;
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
}
