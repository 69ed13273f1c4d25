/// Contact (触达): from "this customer should get this message" to "delivered" and to what came of
/// it.
///
/// Everything is decided and written down before anything is called:
/// [cn.siyu.application.contact.PlanSends] asks the governor, reserves cap and quota, and writes
/// batches; [cn.siyu.application.contact.DispatchBatches] carries out one call per batch, once;
/// [cn.siyu.application.contact.PollResults] learns what the platform did. The protocol and its
/// reasons stand in `docs/explanation/send-protocol.md`.
@NullMarked
package cn.siyu.application.contact;

import org.jspecify.annotations.NullMarked;
