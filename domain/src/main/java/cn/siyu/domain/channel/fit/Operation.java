package cn.siyu.domain.channel.fit;

/// How a private domain is best run (运营模式).
public enum Operation {
    /// 精准量化运营: WeCom, fixed programs for very many.
    PRECISION,
    /// 精细化运营: personal accounts, people who know each customer.
    REFINED,
    /// Both: WeCom takes the inflow, the few who matter move on to personal accounts (提纯).
    HYBRID
}
