package cn.siyu.application.trust;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.trust.port.EvidenceLog;
import cn.siyu.application.trust.port.TrustLedger;
import cn.siyu.domain.channel.ChannelAccountId;
import java.time.InstantSource;

/// Everything that trust needs from outside, as a test brings it.
///
/// @param wecom an account on the channel WECOM
public record TrustPorts(
        UnitOfWork work,
        Brands brands,
        IdSource ids,
        Customers customers,
        Relationships relationships,
        EvidenceLog log,
        TrustLedger ledger,
        ChannelAccountId wecom,
        Persons persons) {
    /// Where nobody is merged.
    public TrustPorts(
            UnitOfWork work,
            Brands brands,
            IdSource ids,
            Customers customers,
            Relationships relationships,
            EvidenceLog log,
            TrustLedger ledger,
            ChannelAccountId wecom) {
        this(work, brands, ids, customers, relationships, log, ledger, wecom, Persons.ALONE);
    }

    BrandClock clock() {
        return new BrandClock(brands, InstantSource.system());
    }

    TrustBasis.Source basis() {
        return new TrustBasis.Source(brands, clock(), (_, _) -> TestTrustPolicy.POLICY);
    }

    ProjectTrust project() {
        return new ProjectTrust(ledger, basis(), persons);
    }

    RecordEvidence record() {
        return new RecordEvidence(log, ledger, ids, basis(), project());
    }
}
