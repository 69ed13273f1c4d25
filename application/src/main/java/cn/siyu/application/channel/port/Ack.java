package cn.siyu.application.channel.port;

/// "It is done, and there is nothing else to say": the value of a [Answer.Done] of calls that
/// return nothing.
public enum Ack {
    ACK
}
