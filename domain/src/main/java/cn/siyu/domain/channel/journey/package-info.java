/// Touchpoints (触点) and the decision journey (消费者决策旅程): an open set of places where
/// contact happens, the kinds of things customers do there, and which step of a purchase each place
/// serves.
///
/// All of it is policy data, see [JourneyPolicy]: one more touchpoint is an entry, no code.
/// [JourneyMap] lays what happened, or what a plan would do, over the steps and finds what nothing
/// serves.
@NullMarked
package cn.siyu.domain.channel.journey;

import org.jspecify.annotations.NullMarked;
