package cn.siyu.domain.channel.fit;

/// What a business needs of its private domain.
public enum FitNeed {
    /// To serve very many alike (规模): WeCom's strength.
    SCALE,
    /// To know each one (关系): the personal account's strength.
    RELATION
}
