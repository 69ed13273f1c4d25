package cn.siyu.adapter.wecomsimulator.world;

/// A welcome code (欢迎语凭证), good for one greeting within its time.
public record WelcomeCodeRow(String code, int customer, String userid, long expiresAt) implements Row {
    /// An app has sent the greeting; the code goes when its time is over.
    public record Used(String code, int agentId, long at) implements Row {}

    /// The code can no longer be used.
    public record Spent(String code) implements Row {}
}
