/// Customers stay when people go (接续): inheritance (继承) is planned, ordered, carried out and
/// followed to its end.
///
/// [PlanInheritance] says who would go where, [StartInheritance] orders it, [RunInheritances] does
/// what is due of all orders: [PrepareInheritances] finds groups, [AskForTransfers] asks the
/// channel, [FollowTransfers] reads what became of it, [TakeOver] draws what follows here.
/// [NoticeTransfers] is told by callbacks.
@NullMarked
package cn.siyu.application.continuity;

import org.jspecify.annotations.NullMarked;
