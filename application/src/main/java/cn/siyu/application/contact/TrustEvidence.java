package cn.siyu.application.contact;

import cn.siyu.application.contact.port.IgnoredEvidence;
import cn.siyu.application.trust.RecordEvidence;
import cn.siyu.application.trust.RecordEvidence.EvidenceFact;
import cn.siyu.domain.brand.BrandId;
import java.util.List;

/// Hands evidence on to trust.
public final class TrustEvidence implements IgnoredEvidence {
    private final RecordEvidence evidence;

    public TrustEvidence(RecordEvidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public void record(BrandId brand, List<EvidenceFact> facts) {
        evidence.record(brand, facts);
    }

    @Override
    public void retract(BrandId brand, List<String> sourceKeys) {
        evidence.retract(brand, sourceKeys);
    }
}
