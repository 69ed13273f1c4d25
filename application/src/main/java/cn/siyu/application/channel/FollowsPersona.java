package cn.siyu.application.channel;

import cn.siyu.domain.brand.BrandId;
import java.time.Instant;

/// Is told that a persona (人设) of a brand was set or taken away, in the transaction in which it
/// was.
@FunctionalInterface
public interface FollowsPersona {
    /// For tests of other things.
    FollowsPersona NOTHING = (_, _) -> {};

    /// Somebody of the brand speaks otherwise from now on.
    void changed(BrandId brand, Instant at);
}
