/// Graduation (提纯、迁移) and win-back (挽回): leading single customers to another account.
///
/// [CustomerFit] says for one customer whether to stay, to graduate to a personal account, or to
/// win back, with every criterion and its numbers. A [Program] does so for many; a [Candidate] is
/// one customer in it, and lives by its own state machine. Whether it helps is read from those held
/// out: [Means] and [Shares] tell the difference with its interval.
@NullMarked
package cn.siyu.domain.graduation;

import org.jspecify.annotations.NullMarked;
