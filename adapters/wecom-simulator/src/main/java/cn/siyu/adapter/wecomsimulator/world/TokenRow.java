package cn.siyu.adapter.wecomsimulator.world;

/// The access token of an app; a later one replaces it. Void = it was taken back before its time
/// and answers 40014.
public record TokenRow(int agentId, String value, long expiresAt, boolean isVoid) implements Row {}
