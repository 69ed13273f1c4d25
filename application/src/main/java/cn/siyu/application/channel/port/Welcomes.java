package cn.siyu.application.channel.port;

/// The greeting right after a contact was made (欢迎语): the one private message that needs no
/// confirmation. The code comes with [ChannelEvent.ContactAdded], lives for the declared window,
/// and works once.
public interface Welcomes {
    /// `sendId` is ours, for the logs. NotDone(TOO_LATE) when the code is used, unknown or too old.
    Answer<Ack> send(String sendId, String welcomeCode, OutboundMessage message);
}
