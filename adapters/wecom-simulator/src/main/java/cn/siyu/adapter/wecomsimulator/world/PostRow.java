package cn.siyu.adapter.wecomsimulator.world;

import com.fasterxml.jackson.databind.JsonNode;

/// A message that must still go out: a callback (回调) to an app, or a report of the shop or
/// archive feed to the product. Kept until it was accepted, or until the rule of its kind gives it
/// up; order is kept within a kind.
///
/// @param sequence counts the posts of a corp
/// @param kind a callback or a feed report
/// @param at when what it tells of happened
/// @param agentId the app that a callback is for; 0 for a feed report
/// @param path the feed's path behind the product's address; `""` for a callback
/// @param key the idempotency key of a feed report; the same for each repetition
/// @param body the callback's XML in a text node, or the report
public record PostRow(long sequence, Kind kind, long at, int agentId, String path, String key, JsonNode body)
        implements Row {
    public enum Kind {
        CALLBACK,
        FEED
    }

    /// The post does not go out before a moment, because of a fault.
    public record Held(long sequence, long until) implements Row {}

    /// A held post waits again like any other.
    public record Released(long sequence) implements Row {}

    /// The post was accepted, or given up.
    public record Done(long sequence) implements Row {}
}
