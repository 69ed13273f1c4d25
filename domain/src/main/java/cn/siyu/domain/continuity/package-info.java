/// Customers stay when people go (接续): inheritance (继承) of customers and groups by colleagues.
///
/// An [Inheritance] is one order of a client: everything, or some of what one staff member serves,
/// goes to colleagues. Each customer and each group of it is a [Transfer] with a state of its own.
/// [Distribution] says who gets whom; [TransferLimits] when the platform lets it be asked for.
@NullMarked
package cn.siyu.domain.continuity;

import org.jspecify.annotations.NullMarked;
