package cn.siyu.application.continuity.port;

import cn.siyu.application.brand.Sight;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.continuity.pool.PoolClaim;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who has claimed customers of the pool (公海领取).
public interface PoolClaims {
    /// Lets nobody else claim for a person before the end of the transaction.
    void lockStaff(BrandId brand, StaffId staff);

    /// Adds one.
    void add(BrandId brand, PoolClaim claim);

    /// Replaces claims; the `version` of each is one more than the stored one.
    ///
    /// @throws cn.siyu.application.brand.port.StaleAggregate if somebody else changed one in
    ///     between
    void replace(BrandId brand, List<PoolClaim> claims);

    /// What a person has claimed.
    ///
    /// @param customer of this person as whichever birth customer it is said when they let it go
    /// @param since when the day began
    Tally tally(BrandId brand, StaffId staff, CustomerId customer, Instant since);

    /// How much a person has claimed.
    ///
    /// @param held claims that stand
    /// @param today claims made since the day began, those that head office made for them aside
    /// @param letGoAt when they let the customer go last, or had it taken away; null if never
    record Tally(int held, int today, @Nullable Instant letGoAt) {}

    /// The claims of entries that stand, by number.
    List<PoolClaim> standing(BrandId brand, Collection<Long> entries);

    /// Standing claims that are due at a moment, in the order of (due, number).
    List<PoolClaim> due(BrandId brand, Instant now, int atMost);

    /// When the next one is due; empty if none stands.
    Optional<Instant> nextDueAt(BrandId brand);

    /// When the claimers worked on their customers last, by the number of the claim: a task for the
    /// customer ended, or a message went out over their account. Nothing for those who never did.
    Map<Long, Instant> lastWork(BrandId brand, List<PoolClaim> claims);

    /// The one with a public id, if its account is seen.
    Optional<View> byPublicId(BrandId brand, Sight sight, PublicId claim);

    /// Claims whose account is seen, with a number below `before`, newest first.
    List<View> page(BrandId brand, Filter filter, long before, int atMost);

    /// Which claims are wanted.
    ///
    /// @param standing true: those that stand; false: those that ended; null: all
    /// @param staff of one person; null: of all
    /// @param sight only those whose account is seen
    record Filter(@Nullable Boolean standing, @Nullable PublicId staff, Sight sight) {}

    /// A claim with whom it is about.
    ///
    /// @param entry the public id of the stay in the pool
    /// @param customer the public id of the person today
    record View(
            PoolClaim claim,
            PublicId entry,
            PublicId customer,
            @Nullable String nickname,
            PublicId account,
            PublicId staff,
            String staffName) {}
}
