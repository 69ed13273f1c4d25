package cn.siyu.application.engine.port;

import cn.siyu.application.engine.ClockAdvance;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import java.util.Optional;

/// The advances of sandbox clocks, kept so that one that was cut off goes on after a restart.
public interface ClockAdvances {
    /// Adds one.
    void add(ClockAdvance advance);

    /// Replaces state, problem and end.
    void replace(ClockAdvance advance);

    /// The advance with a public id, or empty.
    Optional<ClockAdvance> find(BrandId brand, PublicId id);

    /// Advances of a brand with a number below `before`, newest first.
    List<ClockAdvance> latest(BrandId brand, long before, int atMost);

    /// Advances of all brands that have not ended, oldest first.
    List<ClockAdvance> running();
}
