/// The control API under `/simulator`: makes corps, moves their clocks, lets people act by hand,
/// injects faults, and tells what customers really received. JSON throughout; an unknown field is
/// refused with 400 and a sentence that names it. For tests and sandboxes only: the real platform
/// has nothing like it, and it asks for no credentials.
@NullMarked
package cn.siyu.adapter.wecomsimulator.control;

import org.jspecify.annotations.NullMarked;
