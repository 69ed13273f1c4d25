package cn.siyu.domain.channel.policy;

/// A typed policy with the stamp that decisions taken by it carry.
public record PolicyInForce<T>(T values, PolicyStamp stamp) {}
