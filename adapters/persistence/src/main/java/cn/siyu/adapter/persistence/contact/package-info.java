/// Sends, their batches, ledgers and results in the database. Large steps are set-based or batches
/// of the driver; no query runs in a loop.
@NullMarked
package cn.siyu.adapter.persistence.contact;

import org.jspecify.annotations.NullMarked;
