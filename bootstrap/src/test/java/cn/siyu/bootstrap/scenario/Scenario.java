package cn.siyu.bootstrap.scenario;

import cn.siyu.bootstrap.RunningProduct;
import java.io.IOException;
import java.util.Map;

/// An example business, lived through day by day.
interface Scenario {
    /// How it is asked for, like `luxury-cars`.
    String name();

    /// What the product is started with beside the usual.
    Map<String, Object> settings(Size size);

    /// Lives through it and tells what was seen.
    Report live(RunningProduct product, Size size) throws IOException, InterruptedException;

    /// How large a run is.
    ///
    /// @param days simulated days, at least 1
    /// @param scale 1 is the business as described; smaller is fewer customers and people
    /// @param seed everything is a function of it
    record Size(int days, double scale, long seed) {
        /// A number of people or things, scaled; at least 1.
        int of(int whole) {
            return Math.max(1, (int) Math.round(whole * scale));
        }
    }
}
