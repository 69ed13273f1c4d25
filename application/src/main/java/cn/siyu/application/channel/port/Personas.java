package cn.siyu.application.channel.port;

import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.persona.Persona;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The personas (人设) of a brand: one of its own, and those of accounts that differ from it.
public interface Personas {
    /// All of them, the brand's own first, then by account.
    List<Kept> all(BrandId brand);

    /// The one of an account, or the brand's own.
    ///
    /// @param account null: the brand's own
    Optional<Kept> find(BrandId brand, @Nullable ChannelAccountId account);

    /// Keeps one in the place of an earlier one, if there is one; its `version` is one more than
    /// the stored one, 1 for the first.
    ///
    /// @throws StaleAggregate if somebody else changed it in between
    void put(BrandId brand, Kept persona);

    /// Takes one away.
    ///
    /// @throws StaleAggregate if it isn't there in that version
    void remove(BrandId brand, Kept persona);

    /// A persona as it is kept.
    ///
    /// @param account whose; null: the brand's own
    record Kept(
            @Nullable ChannelAccountId account, Persona persona, int version, Instant createdAt, Instant updatedAt) {}
}
