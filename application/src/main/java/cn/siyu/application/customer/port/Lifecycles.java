package cn.siyu.application.customer.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.lifecycle.LifecycleFacts;
import cn.siyu.domain.customer.lifecycle.Stage;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where customers stand (生命周期), and the facts it follows from. What is kept here is a reading of facts that are kept
/// elsewhere; it can be computed anew at any time.
public interface Lifecycles {
    /// Lets nobody else lock these customers until the transaction ends.
    void lock(BrandId brand, Collection<CustomerId> customers);

    /// All facts of customers that count for their stages; of a customer without any, no entry.
    Map<CustomerId, LifecycleFacts> facts(BrandId brand, Collection<CustomerId> customers);

    /// Where customers stand by the last reading.
    Map<CustomerId, Standing> standings(BrandId brand, Collection<CustomerId> customers);

    /// Keeps a reading, together with what the fact tables add up to: net orders and their amount, first and last net
    /// order, last interaction.
    void keep(BrandId brand, Map<CustomerId, Standing> standings);

    /// Keeps changes of stage.
    void note(BrandId brand, Collection<Moved> changes);

    /// Customers whose reading changes by itself up to a moment, by that time.
    List<CustomerId> due(BrandId brand, Instant now, int atMost);

    /// When the next reading changes by itself; empty if none does.
    Optional<Instant> nextDueAt(BrandId brand);

    /// A reading.
    ///
    /// @param since when the stage was reached
    /// @param dueAt when the reading changes by itself if nothing happens; null if it doesn't
    record Standing(
            Stage stage,
            Instant since,
            boolean dormant,
            boolean lost,
            @Nullable Instant dueAt) {}

    /// A change of stage.
    ///
    /// @param fact what caused it
    record Moved(long id, CustomerId customer, Stage from, Stage to, String fact, Instant at) {}
}
