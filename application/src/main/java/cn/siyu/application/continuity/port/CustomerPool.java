package cn.siyu.application.continuity.port;

import cn.siyu.application.brand.Sight;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.continuity.pool.PoolEntry;
import cn.siyu.domain.continuity.pool.PoolReason;
import cn.siyu.domain.continuity.pool.Tie;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The pool of customers whom nobody serves (公海), and how far the daily look has come.
public interface CustomerPool {
    /// People whose number is above `after`, by number.
    List<CustomerId> people(BrandId brand, long after, int atMost);

    /// What says whether anybody serves these people; of those that exist.
    ///
    /// @param contacts whether it is asked when somebody wrote to them last
    Map<CustomerId, Standing> standings(BrandId brand, Collection<CustomerId> people, boolean contacts);

    /// What is known of one person.
    ///
    /// @param value net amount of its orders in minor units
    record Standing(boolean blacklisted, long value, List<Tie> ties) {
        public Standing {
            ties = List.copyOf(ties);
        }
    }

    /// The entries in the pool of the people that customers are, by who that is; those of each by
    /// number. Nobody else changes them before the end of the transaction.
    Map<CustomerId, List<PoolEntry>> lockOf(BrandId brand, Collection<CustomerId> customers);

    /// One entry, which nobody else changes before the end of the transaction; empty if there is
    /// none.
    Optional<PoolEntry> lock(BrandId brand, PublicId entry);

    /// Entries by their numbers, which nobody else changes before the end of the transaction.
    List<PoolEntry> lockAll(BrandId brand, Collection<Long> entries);

    /// Adds new ones, but for customers that are in the pool already.
    ///
    /// @return the numbers of those that were added
    Set<Long> add(BrandId brand, List<PoolEntry> entries);

    /// Replaces entries; the `version` of each is one more than the stored one.
    ///
    /// @throws cn.siyu.application.brand.port.StaleAggregate if somebody else changed one in
    ///     between
    void replace(BrandId brand, List<PoolEntry> entries);

    /// One entry with whom it is about; empty if it is not seen.
    Optional<View> view(BrandId brand, Reader reader, PublicId entry);

    /// Entries behind a place: the most valuable first, of equals the newest.
    ///
    /// @param after null: from the beginning
    List<View> page(BrandId brand, Filter filter, @Nullable Place after, int atMost);

    /// The last look; empty before the first.
    Optional<Round> round(BrandId brand);

    /// Writes down how far a look has come.
    ///
    /// @param before what was read; null if there was none
    /// @return false if somebody else went on in between
    boolean save(BrandId brand, @Nullable Round before, Round next);

    /// A look at all people of a brand.
    ///
    /// @param since the moment it fell due
    /// @param after the last person who was looked at
    /// @param over whether all were
    record Round(Instant since, long after, boolean over) {}

    /// A place in the list.
    record Place(long value, long id) {}

    /// What a reader sees: free entries that are offered to it, and of the others those whose
    /// customers it sees.
    ///
    /// @param offered free entries of customers that these departments served last; null: of all
    record Reader(Sight sight, @Nullable Set<DepartmentId> offered) {
        /// The whole pool and its past.
        public static final Reader EVERYTHING = new Reader(new Sight.Everything(), null);

        public Reader {
            offered = offered == null ? null : Set.copyOf(offered);
        }
    }

    /// Which entries are wanted.
    ///
    /// @param states empty: all
    /// @param reasons empty: all
    /// @param formerDepartment of those that this one served; null: of all
    /// @param customer about this person; null: about anybody
    /// @param valueFrom worth that much at least
    /// @param valueTo worth that much at most
    record Filter(
            Reader reader,
            Set<PoolEntry.State> states,
            Set<PoolReason> reasons,
            @Nullable PublicId formerDepartment,
            @Nullable PublicId customer,
            long valueFrom,
            long valueTo) {
        /// All there are.
        public static final Filter ALL =
                new Filter(Reader.EVERYTHING, Set.of(), Set.of(), null, null, Long.MIN_VALUE, Long.MAX_VALUE);

        public Filter {
            states = Set.copyOf(states);
            reasons = Set.copyOf(reasons);
        }
    }

    /// An entry with whom it is about.
    ///
    /// @param customer the public id of the person today
    /// @param formerStaff who served it last
    /// @param claim the claim that stands; null if none does
    record View(
            PoolEntry entry,
            PublicId customer,
            @Nullable String nickname,
            PublicId formerStaff,
            String formerStaffName,
            PublicId formerDepartment,
            @Nullable PublicId claim) {}
}
