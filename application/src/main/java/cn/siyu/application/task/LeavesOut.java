package cn.siyu.application.task;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whom a person leaves out who posts to moments by hand (不给谁看).
@FunctionalInterface
public interface LeavesOut {
    /// For tests of other things.
    LeavesOut NOBODY = (_, _, _) -> null;

    /// What to mind when an account posts at a moment: how many to leave out, and the first of
    /// them.
    ///
    /// @return null if nobody is left out
    @Nullable
    String hint(BrandId brand, ChannelAccountId account, Instant at);
}
