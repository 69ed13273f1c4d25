package cn.siyu.adapter.wecomsimulator.world;

/// The key (ChatKey) to what an app may know of a customer's messages.
///
/// @param messages how many there were when the key was given out
public record ChatKeyRow(String key, String linkId, int customer, String userid, int messages, long expiresAt)
        implements Row {
    /// The key's time is over.
    public record Spent(String key) implements Row {}
}
