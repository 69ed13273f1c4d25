/// Lifecycle (生命周期): in which stage a customer is, whether dormant or lost, and by which fact
/// it came to be so.
///
/// All of it is a function of facts, policy and time; nothing here is counted up or down. Facts
/// arrive in any order and more than once; the reading is the same. Dormancy is judged by the
/// customer's own rhythm of buying.
///
/// Start with `Lifecycle`, then `LifecycleFacts` and `PurchasePrior`.
@NullMarked
package cn.siyu.domain.customer.lifecycle;

import org.jspecify.annotations.NullMarked;
