package cn.siyu.application.contact.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.SendBatchId;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.customer.CustomerId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The sends. A send's row is written once, may be decided again while it is deferred or its batch
/// is not yet intended or a person has it, and never changes after that.
public interface Sends {
    /// Writes down new sends with their decisions; deferred ones fall due at their `until`.
    void add(BrandId brand, List<Send> sends);

    /// Writes down that sends were decided again; those that are deferred once more fall due again.
    void decideAgain(BrandId brand, List<Send> sends);

    /// Takes deferred sends that are due, oldest first, for this transaction to decide again:
    /// nobody else gets them.
    List<Send> takeDeferred(BrandId brand, Instant now, int atMost);

    /// Lets the sends that a paused SOP holds back (see [Send#heldBy()]) fall due at a moment,
    /// unless they are due by then anyway.
    void release(BrandId brand, long sop, Instant at);

    /// When the next deferred send is due; empty if none is deferred.
    Optional<Instant> nextDeferredAt(BrandId brand);

    /// All sends planned into these batches, in the order of batch and send.
    List<Send> inBatches(BrandId brand, Collection<SendBatchId> batches);

    /// The planned and deferred sends of these enrolments.
    List<Send> openOf(BrandId brand, Collection<Long> enrolments, Collection<Long> customers);

    /// The planned and deferred sends of these customers, and those that are handed to a person, by
    /// number.
    List<Send> openFor(BrandId brand, Collection<CustomerId> customers);

    /// Those of these sends that are handed to a person, by number.
    List<Send> byTask(BrandId brand, Collection<SendId> sends);

    /// Takes deferred sends out of what falls due, whenever they would: nobody else gets them.
    /// Waits for whoever is taking them at that moment.
    ///
    /// @return those that were still there to be taken
    Set<SendId> dropDeferrals(BrandId brand, Collection<SendId> sends);
}
