/// The wire rules that hold for every endpoint of the simulated platform: how a request is read
/// (leniently), how an answer looks (error texts with hints, empty arrays on errors, headers), how
/// pages are cut, and which endpoints exist.
///
/// Nothing here knows what an endpoint does; a family of endpoints registers itself in [Endpoints].
/// Start reading at [Endpoint].
@NullMarked
package cn.siyu.adapter.wecomsimulator.wire;

import org.jspecify.annotations.NullMarked;
