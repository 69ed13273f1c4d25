package cn.siyu.application.channel.port;

import cn.siyu.domain.channel.policy.PolicyCatalog;

/// The policy editions (政策版本) that this installation ships as data.
@FunctionalInterface
public interface PolicyEditions {
    /// All of them; read once.
    PolicyCatalog catalog();
}
