package cn.siyu.adapter.wecomsimulator.world;

/// A code that tells an app once who has opened its page (网页授权登录 code).
///
/// @param userid the member; `""` when it was not one
/// @param customer the customer's number; -1 when it was none
public record LoginCodeRow(String code, int agentId, String userid, int customer, long expiresAt) implements Row {
    /// The code was used, or can no longer be.
    public record Spent(String code) implements Row {}
}
