/// What the core needs from outside to keep trust: the log of evidence, and the ledger of sums and
/// projections.
@NullMarked
package cn.siyu.application.trust.port;

import org.jspecify.annotations.NullMarked;
