/// How simulated people behave, and how simulated time passes.
///
/// [Stage] moves a corp through its events in order, one thread, each event's outward calls done
/// before the next event. [Play] knows what an event means: customers arrive, reply, visit, buy and
/// leave, members confirm mass messages late or never, all by a plan ([BehaviourPlan]) and a seed.
/// A choice is a function of seed, customer, purpose and number ([Dice]), so that it does not
/// depend on the order of calls. The model never reads what the product thinks of a customer.
@NullMarked
package cn.siyu.adapter.wecomsimulator.behaviour;

import org.jspecify.annotations.NullMarked;
