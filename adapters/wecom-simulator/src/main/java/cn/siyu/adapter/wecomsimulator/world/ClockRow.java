package cn.siyu.adapter.wecomsimulator.world;

/// The corp's clock.
///
/// @param stepped true when time moves by steps only
/// @param now the time of a stepped clock, or where a scaled one began; of no meaning for a real
///     one
/// @param granularity events happen at whole multiples of this many seconds
/// @param speed how many seconds of a scaled clock pass in one of the machine's; 0 = the clock is
///     not scaled
/// @param since the machine's time when a scaled clock began, in milliseconds since 1970
public record ClockRow(boolean stepped, long now, int granularity, double speed, long since) implements Row {
    /// A clock that is stepped or real.
    public ClockRow(boolean stepped, long now, int granularity) {
        this(stepped, now, granularity, 0, 0);
    }
}
