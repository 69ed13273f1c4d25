package cn.siyu.domain.trust.evidence;

import java.time.Instant;
import java.util.Comparator;

/// A marketing send as far as its being answered goes.
///
/// @param id the send's number inside the brand, which orders sends of the same instant
public record ObservedSend(long id, Instant sentAt, Response response) {

    /// Oldest first.
    static final Comparator<ObservedSend> ORDER =
            Comparator.comparing(ObservedSend::sentAt).thenComparingLong(ObservedSend::id);

    /// What is known of an answer within the window.
    public enum Response {
        /// Replied, clicked, visited, claimed, bought or joined within the window.
        ANSWERED,
        /// No answer, though a response source was live that would have shown one.
        SILENT,
        /// No response source was live: nothing can be said.
        UNOBSERVED
    }
}
