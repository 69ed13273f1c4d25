/// What channels tell us, from the raw callback to facts: [StoreCallback] keeps the event before the platform gets its
/// answer, [WorkOffInbox] turns it into relationships, welcomes and enrolments afterwards.
///
/// An event that comes twice, late or out of order ends in the same state.
@NullMarked
package cn.siyu.application.intake;

import org.jspecify.annotations.NullMarked;
