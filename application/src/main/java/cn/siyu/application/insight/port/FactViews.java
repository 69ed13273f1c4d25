package cn.siyu.application.insight.port;

import cn.siyu.application.brand.PageRequest;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.insight.InteractionView;
import cn.siyu.application.insight.OrderView;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.ExternalKey;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads interactions and orders together with those who took part. What a sight doesn't see is not
/// there.
public interface FactViews {
    /// One interaction, or empty.
    Optional<InteractionView> interaction(BrandId brand, Sight sight, PublicId id);

    /// Interactions by the moment they happened.
    ///
    /// @param page sorted by that moment, whatever its name
    List<InteractionView> interactions(BrandId brand, Sight sight, Wanted wanted, PageRequest page);

    /// One order, or empty.
    Optional<OrderView> order(BrandId brand, Sight sight, PublicId id);

    /// The order with a key, or empty.
    Optional<OrderView> order(BrandId brand, Sight sight, ExternalKey key);

    /// Orders by the moment they were paid.
    ///
    /// @param page sorted by that moment, whatever its name
    List<OrderView> orders(BrandId brand, Sight sight, Wanted wanted, PageRequest page);

    /// Which facts are wanted.
    ///
    /// @param customer null: of all customers
    /// @param kinds codes of kinds of interaction; empty: all. Orders have none
    /// @param from not before; null: from the beginning
    /// @param until before; null: to the end
    record Wanted(
            @Nullable PublicId customer,
            Set<String> kinds,
            @Nullable Instant from,
            @Nullable Instant until) {
        public Wanted {
            kinds = Set.copyOf(kinds);
        }

        /// Everything.
        public static final Wanted ALL = new Wanted(null, Set.of(), null, null);
    }
}
