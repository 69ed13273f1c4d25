/// What channels tell us, from the raw callback to facts: [StoreCallback] keeps the event before
/// the platform gets its answer, [WorkOffInbox] turns it into relationships, welcomes and
/// enrolments afterwards.
///
/// What they do not tell is found by a synchronisation: [StartSynchronization] puts one on record,
/// [RunSynchronizations] compares what the channel lists with what is known, page by page.
///
/// An event that comes twice, late or out of order ends in the same state.
@NullMarked
package cn.siyu.application.intake;

import org.jspecify.annotations.NullMarked;
