package cn.siyu.domain.channel.allocation;

/// How an account is picked among those that may take a customer (分流规则).
public enum AllocationRule {
    /// In turn, by weight, without bursts (平滑加权轮询).
    SMOOTH_WEIGHTED,
    /// The account with the most room for its size (最少负载).
    LEAST_LOADED,
    /// The same visitor to the same account, as long as it may take somebody (固定分配).
    STICKY
}
