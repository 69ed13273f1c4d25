/// Sixty days of example businesses on a sandbox's clock, with simulated operators who work the
/// lists of personal accounts over HTTP as people would: `./dev scenario NAME`. Everything is a
/// function of the seed.
@NullMarked
package cn.siyu.bootstrap.scenario;

import org.jspecify.annotations.NullMarked;
