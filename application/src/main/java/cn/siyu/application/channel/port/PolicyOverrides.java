package cn.siyu.application.channel.port;

import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.policy.PolicyLine;
import cn.siyu.domain.channel.policy.PolicyOverride;
import java.time.Instant;
import java.util.Optional;

/// What brands set differently from the shipped policies. Few and often read: implementations answer [#find] from
/// memory.
public interface PolicyOverrides {
    /// The brand's settings for a line, or empty.
    Optional<PolicyOverride> find(BrandId brand, PolicyLine line);

    /// Keeps settings; their `version` is one more than the stored one, 1 for the first.
    ///
    /// @throws StaleAggregate if somebody else changed them in between
    void put(BrandId brand, PolicyLine line, PolicyOverride override, Instant now);
}
