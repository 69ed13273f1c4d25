package cn.siyu.adapter.wecomsimulator.world;

/// The corp's clock.
///
/// @param stepped true when time moves by steps only; false when it is the machine's time
/// @param now the time of a stepped clock; of no meaning for a real one
/// @param granularity events happen at whole multiples of this many seconds
public record ClockRow(boolean stepped, long now, int granularity) implements Row {}
