package cn.siyu.application.trust;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.customer.CustomerWitness;
import cn.siyu.application.customer.port.InitialTrust;

/// The use cases of trust over a test's ports, for tests of other capabilities.
public final class TrustUseCases {
    private TrustUseCases() {}

    /// The brands' clock.
    public static BrandClock clock(TrustPorts ports) {
        return ports.clock();
    }

    /// What beginnings, ends and merges say about trust.
    public static CustomerWitness witness(TrustPorts ports) {
        return new RelationshipEvidence(ports.record(), ports.project());
    }

    /// What a customer begins with.
    public static InitialTrust.Source initial(TrustPorts ports) {
        return ports.project();
    }

    /// Trust as it is asked for.
    public static ReadTrust read(TrustPorts ports) {
        return new ReadTrust(ports.ledger(), ports.basis(), ports.persons());
    }

    /// The recording of evidence, under the policy of the test vectors.
    public static RecordEvidence record(TrustPorts ports) {
        return ports.record();
    }

    /// The carrying of trust from one relationship to another, under the same policy.
    public static CarryTrustOfMany carry(TrustPorts ports) {
        return new CarryTrustOfMany(ports.log(), ports.ledger(), ports.ids(), ports.basis(), ports.project());
    }
}
