package cn.siyu.application.engine.port;

import cn.siyu.application.engine.ClockAdvance;

/// Whatever carries advances of sandbox clocks out in the background.
@FunctionalInterface
public interface Clockwork {
    /// Begins to carry an advance out, after those that were asked for before; returns at once.
    void carryOut(ClockAdvance advance);
}
