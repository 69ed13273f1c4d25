/// Who the customers are (客户) and whom they know among the brand's people: identities,
/// relationships, tags, consents, opt-outs, lifecycle stage. What channels tell comes in through
/// [AddRelationship], [EndRelationship] and [SynchronizeContact]; feeds find or make their
/// customers with [ResolveCustomers].
///
/// Trust, contacts and programs know customers; this package knows nothing of them. What must
/// follow in the same transaction is told to a [CustomerWitness].
@NullMarked
package cn.siyu.application.customer;

import org.jspecify.annotations.NullMarked;
