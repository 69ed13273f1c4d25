package cn.siyu.adapter.wecomsimulator.world;

/// A welcome code (欢迎语凭证), good for one greeting within its time.
public record WelcomeCodeRow(String code, int customer, String userid, long expiresAt) implements Row {
    /// The code was used, or can no longer be.
    public record Spent(String code) implements Row {}
}
