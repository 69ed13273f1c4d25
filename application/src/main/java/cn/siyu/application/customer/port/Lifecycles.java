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

/// Where customers stand (生命周期), and the facts it follows from. What is kept here is a reading
/// of facts that are kept elsewhere; it can be computed anew at any time.
public interface Lifecycles {
    /// Lets nobody else lock these customers until the transaction ends.
    void lock(BrandId brand, Collection<CustomerId> customers);

    /// All facts of customers that count for their stages; of a customer without any, no entry.
    Map<CustomerId, LifecycleFacts> facts(BrandId brand, Collection<CustomerId> customers);

    /// Where customers stand by the last reading.
    Map<CustomerId, Standing> standings(BrandId brand, Collection<CustomerId> customers);

    /// Keeps a reading, together with what the fact tables add up to: net orders and their amount,
    /// first and last net order, last interaction.
    void keep(BrandId brand, Map<CustomerId, Standing> standings);

    /// Keeps changes of stage.
    void note(BrandId brand, Collection<Moved> changes);

    /// Customers whose reading changes by itself up to a moment, by that time.
    List<CustomerId> due(BrandId brand, Instant now, int atMost);

    /// When the next reading changes by itself; empty if none does.
    Optional<Instant> nextDueAt(BrandId brand);

    /// Everybody who stands somewhere, with a number above `after`, by number.
    List<CustomerId> people(BrandId brand, long after, int atMost);

    /// By which policy everybody was read last, or is being read; empty before the first time.
    Optional<Round> round(BrandId brand);

    /// Keeps how far a round has come.
    ///
    /// @param before what is there; null: nothing
    /// @return false if something else is there: somebody was faster
    boolean save(BrandId brand, @Nullable Round before, Round next);

    /// A reading of everybody anew, since another policy holds.
    ///
    /// @param policyEdition by which policy
    /// @param asOf a moment at which it held
    /// @param after the number up to which everybody has been read
    /// @param over whether everybody has
    record Round(String policyEdition, Instant asOf, long after, boolean over) {}

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
