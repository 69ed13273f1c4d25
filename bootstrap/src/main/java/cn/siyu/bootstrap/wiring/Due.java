package cn.siyu.bootstrap.wiring;

import cn.siyu.application.engine.DueWork;
import cn.siyu.domain.brand.BrandId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// A kind of due work made of two methods of a use case.
record Due(String name, Run run, Function<BrandId, Optional<Instant>> next) implements DueWork {
    /// Works off what is due.
    @FunctionalInterface
    interface Run {
        int run(BrandId brand, Instant now, int atMost);
    }

    @Override
    public int runDue(BrandId brand, Instant now, int atMost) {
        return run.run(brand, now, atMost);
    }

    @Override
    public Optional<Instant> nextDueAt(BrandId brand) {
        return next.apply(brand);
    }
}
