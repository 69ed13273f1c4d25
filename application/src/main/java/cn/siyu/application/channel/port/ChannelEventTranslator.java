package cn.siyu.application.channel.port;

/// Reads what a channel's callback endpoint stored in the inbox. Pure, so that a stored payload may
/// be read again at any time, also by a later version that understands more.
@FunctionalInterface
public interface ChannelEventTranslator {
    /// Never throws for a payload of any content: what it cannot read becomes
    /// [ChannelEvent.Ignored].
    ChannelEvent translate(String payload);
}
