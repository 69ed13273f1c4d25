package cn.siyu.application.contact.port;

/// An account as its channel knows it.
///
/// @param channel the kind of channel, an open set
/// @param connection the name of the connection it is reached over
/// @param address the account's id over there, for WeCom the userid
public record Sender(String channel, String connection, String address) {}
