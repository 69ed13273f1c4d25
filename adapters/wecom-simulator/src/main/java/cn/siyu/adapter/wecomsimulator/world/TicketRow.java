package cn.siyu.adapter.wecomsimulator.world;

/// A ticket by which pages are signed (jsapi_ticket); a later one replaces it.
///
/// @param agentId the app that it is for; 0 for the corp's
public record TicketRow(int agentId, String value, long expiresAt) implements Row {}
