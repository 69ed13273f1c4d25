package cn.siyu.application.channel.port;

import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.policy.PolicyLine;
import cn.siyu.domain.channel.policy.PolicyOverride;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What brands set differently from the shipped policies, and from when on. Few and often read:
/// implementations answer from memory.
public interface PolicyOverrides {
    /// All settings a brand ever made for a line, by version.
    List<PolicyOverride> all(BrandId brand, PolicyLine line);

    /// The brand's settings for a line that hold on a day, or empty.
    default Optional<PolicyOverride> find(BrandId brand, PolicyLine line, LocalDate on) {
        return PolicyOverride.inForce(all(brand, line), on);
    }

    /// Keeps settings; their `version` is one more than the newest one, 1 for the first.
    ///
    /// @throws StaleAggregate if somebody else changed them in between
    void put(BrandId brand, PolicyLine line, PolicyOverride override, Instant now);
}
