package cn.siyu.domain.contact;

/// What became of the response window of a marketing contact (响应窗口).
public sealed interface SendResponse {
    /// The customer replied, clicked, visited, claimed, bought or joined inside the window.
    record Answered() implements SendResponse {}

    /// The window closed in silence, and an answer would have been seen.
    ///
    /// @param position how many in a row are ignored with this one, 1 or more
    record Ignored(int position) implements SendResponse {}

    /// The window closed in silence, but an answer couldn't have been seen: it changes nothing.
    record Unobserved() implements SendResponse {}

    /// The window is still open.
    record Open() implements SendResponse {}
}
