package cn.siyu.application.continuity.port;

import cn.siyu.application.brand.Sight;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.continuity.Inheritance;
import cn.siyu.domain.continuity.InheritanceId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The orders to give customers to colleagues (继承), and who is to take over.
public interface Inheritances {
    /// Adds one with those who take over, in order. One that is PREPARING is due at once.
    void add(BrandId brand, Inheritance inheritance, List<Taker> takers);

    /// The one with a number, or empty.
    Optional<Inheritance> find(BrandId brand, InheritanceId id);

    /// The one with a public id, or empty.
    Optional<Inheritance> byPublicId(BrandId brand, PublicId id);

    /// Those with a number below `before` of whoever is seen, the newest first.
    List<Inheritance> newest(BrandId brand, Sight sight, long before, int atMost);

    /// Replaces one; its `version` is one more than the stored one.
    ///
    /// @throws cn.siyu.application.brand.port.StaleAggregate if somebody else changed it in between
    void replace(BrandId brand, Inheritance inheritance);

    /// Lets nobody else lock it until the transaction ends.
    void lock(BrandId brand, InheritanceId id);

    /// Who takes over, in order.
    List<Taker> takers(BrandId brand, InheritanceId id);

    /// Somebody takes over no more: no room is left, or the channel doesn't let them.
    void close(BrandId brand, InheritanceId id, ChannelAccountId taker, Standing why);

    /// PREPARING ones that are due, in the order of (due, number).
    List<Inheritance> preparing(BrandId brand, Instant now, int atMost);

    /// A PREPARING one is looked at again later.
    void putOff(BrandId brand, InheritanceId id, Instant until);

    /// When the next PREPARING one is due; empty without one.
    Optional<Instant> nextDueAt(BrandId brand);

    /// One who takes over.
    ///
    /// @param weight the share; null: as much as there is room for
    record Taker(ChannelAccountId account, @Nullable Integer weight, Standing standing) {}

    /// Whether somebody can take over.
    enum Standing {
        OPEN,
        /// The channel said that there is no room.
        FULL,
        /// The channel doesn't let them.
        UNFIT
    }
}
