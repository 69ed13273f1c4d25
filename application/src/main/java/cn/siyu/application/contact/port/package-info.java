/// What contact needs from outside: who can be reached and how, the ledgers that keep caps, the
/// rows of sends and batches, what came of them.
///
/// Start with [cn.siyu.application.contact.port.SendBatches]: the state of all sends lives on the
/// batch. Whoever changes anything of a customer's ledger or quotas has locked the customer's
/// ledger row first, batches before customers, so that nobody waits in a circle.
@NullMarked
package cn.siyu.application.contact.port;

import org.jspecify.annotations.NullMarked;
