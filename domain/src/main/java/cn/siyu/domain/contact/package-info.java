/// Contact (触达): whether, when and by whom a customer may be contacted, and what became of it.
///
/// The governor (触达管控) is a pure function: facts about one intended contact and the policies in
/// force go in, a decision with its reasons comes out. It knows neither where the facts are kept
/// nor how a message is sent.
///
/// Start with `ContactGovernor`, then `ContactFacts` and `RefusalReason`. `ContactLedger` is what
/// is kept per customer so that no decision ever scans a history.
@NullMarked
package cn.siyu.domain.contact;

import org.jspecify.annotations.NullMarked;
