package cn.siyu.application.trust;

import cn.siyu.application.brand.BrandClock;

/// The use cases of trust over a test's ports, for tests of other capabilities.
public final class TrustUseCases {
    private TrustUseCases() {}

    /// The brands' clock.
    public static BrandClock clock(TrustPorts ports) {
        return ports.clock();
    }

    /// The recording of evidence, under the policy of the test vectors.
    public static RecordEvidence record(TrustPorts ports) {
        return ports.record();
    }
}
