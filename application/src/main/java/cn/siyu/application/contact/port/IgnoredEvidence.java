package cn.siyu.application.contact.port;

import cn.siyu.application.trust.RecordEvidence.EvidenceFact;
import cn.siyu.domain.brand.BrandId;
import java.util.List;

/// Where evidence goes that a customer ignores us, and from where it is taken back when an answer
/// comes to light.
public interface IgnoredEvidence {
    /// Records; inside the caller's transaction.
    void record(BrandId brand, List<EvidenceFact> facts);

    /// Takes back by source key; inside the caller's transaction.
    void retract(BrandId brand, List<String> sourceKeys);
}
