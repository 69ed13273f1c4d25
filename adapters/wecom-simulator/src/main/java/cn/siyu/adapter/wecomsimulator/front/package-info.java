/// The simulated platform's front door: the HTTP server, the order of checks that every call goes
/// through, access tokens, the call log.
///
/// [HttpFront] turns exchanges into [Gate.Asked] and [Gate.Told]; [Gate] does the checks in the
/// platform's order and calls the endpoint.
@NullMarked
package cn.siyu.adapter.wecomsimulator.front;

import org.jspecify.annotations.NullMarked;
