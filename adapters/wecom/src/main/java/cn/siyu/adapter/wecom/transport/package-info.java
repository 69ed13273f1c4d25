/// One HTTP/1.1 request, written at most once.
///
/// The JDK's own client may open a second connection and repeat a request by itself, and does not
/// tell whether a byte left the machine. A send without an idempotency key needs both answers, so
/// this is a small client of our own over blocking sockets: no retry, no redirect, one deadline
/// over everything, bounded answers. Start with [HttpOnce].
@NullMarked
package cn.siyu.adapter.wecom.transport;

import org.jspecify.annotations.NullMarked;
