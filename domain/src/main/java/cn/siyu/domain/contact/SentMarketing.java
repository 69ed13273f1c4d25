package cn.siyu.domain.contact;

import java.time.Instant;

/// One marketing contact that reached the customer, as the ignored streak sees it.
///
/// @param id the send's number; orders sends of the same moment
/// @param observed whether a source that would have shown an answer was live for the account in the
///     response window
public record SentMarketing(long id, Instant sentAt, boolean observed) {}
