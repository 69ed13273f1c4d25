package cn.siyu.application.sop.port;

import cn.siyu.application.brand.Sight;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.Enrolment;
import cn.siyu.domain.sop.EnrolmentId;
import cn.siyu.domain.sop.SopId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who is in which SOP, and where (入组). There may be millions; everything here takes many at
/// once.
public interface Enrolments {
    /// Adds those whose customer isn't in the SOP already.
    ///
    /// @return the added ones
    Set<EnrolmentId> add(BrandId brand, List<Enrolment> enrolments);

    /// Active enrolments due at a moment, in the order of (due, number), for this transaction
    /// alone: somebody else's claim gets others.
    List<Enrolment> takeDue(BrandId brand, Instant now, int atMost);

    /// When the next one is due; empty if none waits.
    Optional<Instant> nextDueAt(BrandId brand);

    /// Replaces enrolments; the `epoch` of each is one more than the stored one.
    ///
    /// @throws cn.siyu.application.brand.port.StaleAggregate if somebody else changed one in
    ///     between
    void replace(BrandId brand, List<Enrolment> enrolments);

    /// Puts due enrolments of paused SOPs aside, so that nobody meets them again before [#unpark].
    void park(BrandId brand, Collection<EnrolmentId> ids);

    /// Brings back what was put aside of an SOP.
    void unpark(BrandId brand, SopId sop);

    /// The running enrolments of customers, by number; nobody else changes them before the end of
    /// the transaction.
    List<Enrolment> running(BrandId brand, Collection<CustomerId> customers);

    /// Those that may still reach their goal: without one so far, and running or begun since a
    /// moment. By number; nobody else changes them before the end of the transaction.
    List<Enrolment> withoutGoal(BrandId brand, Collection<CustomerId> customers, Instant enrolledSince);

    /// When a customer was put into each SOP last; those the customer never was in are missing.
    Map<SopId, Instant> lastEnrolled(BrandId brand, CustomerId customer);

    /// The one with a public id, or empty.
    Optional<Enrolment> byPublicId(BrandId brand, PublicId id);

    /// Enrolments with a number above `after`, by number.
    List<Enrolment> page(BrandId brand, Filter filter, long after, int atMost);

    /// Which enrolments are wanted; null means any.
    ///
    /// @param state `ACTIVE`, `COMPLETED` or `EXITED`
    /// @param sight only those that are seen: by customer and, if it is about one relationship, by
    ///     its account
    record Filter(
            @Nullable SopId sop,
            @Nullable CustomerId customer,
            @Nullable String state,
            Sight sight) {
        /// All.
        public static final Filter ALL = new Filter(null, null, null, new Sight.Everything());
    }
}
