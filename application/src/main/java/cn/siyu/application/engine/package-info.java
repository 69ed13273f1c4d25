/// What makes the product move: all work that falls due, brand by brand, and the clock of a
/// sandbox.
///
/// [RunDueWork] works off whatever is due at a brand's present moment until nothing is; it is the
/// same code for live brands (driven by the machine's clock) and sandboxes (driven by
/// [AdvanceClock], together with the simulated far side).
@NullMarked
package cn.siyu.application.engine;

import org.jspecify.annotations.NullMarked;
