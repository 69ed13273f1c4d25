package cn.siyu.adapter.wecom.transport;

/// What became of one request.
public sealed interface HttpOutcome {
    /// A complete answer came back within the limits, whatever it says.
    record Answered(int status, String body) implements HttpOutcome {}

    /// Certain: no byte of the request was written (address, connection, TLS).
    record NotWritten(String why) implements HttpOutcome {}

    /// At least one byte may have been written and no complete answer came back.
    record Lost(String why) implements HttpOutcome {}
}
