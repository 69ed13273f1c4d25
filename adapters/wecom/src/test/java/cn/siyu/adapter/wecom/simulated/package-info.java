/// The channel against the real simulator over HTTP: the port contract, faults, and callbacks end
/// to end.
@NullMarked
package cn.siyu.adapter.wecom.simulated;

import org.jspecify.annotations.NullMarked;
