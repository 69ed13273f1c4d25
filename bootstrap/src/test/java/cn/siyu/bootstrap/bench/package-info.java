/// What `./dev bench` measures: the packaged product, in a process of its own, over HTTP.
///
/// Nothing here is a test: speed depends on the machine, so figures go to
/// `docs/evidence/benchmarks.md` and fail nothing.
@NullMarked
package cn.siyu.bootstrap.bench;

import org.jspecify.annotations.NullMarked;
