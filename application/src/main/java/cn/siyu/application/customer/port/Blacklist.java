package cn.siyu.application.customer.port;

import cn.siyu.application.brand.Sight;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.BlacklistEntry;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The brand's blacklist (黑名单) with its history. An entry covers birth customers; a person is
/// blacklisted while any of its birth customers is covered by an entry that stands, so that merging
/// and separating customers neither adds nor loses anything.
public interface Blacklist {
    /// Adds one.
    void add(BrandId brand, BlacklistEntry entry);

    /// Lets entries cover birth customers; what they cover already stays.
    void cover(BrandId brand, Map<Long, Set<CustomerId>> births);

    /// Lets birth customers that are new be covered as those are as part of whom they were known.
    ///
    /// @param origins by the new ones
    void copy(BrandId brand, Map<CustomerId, CustomerId> origins);

    /// Marks birth customers as blacklisted, or not any more, as the entries that stand say.
    ///
    /// @return those that were not marked before and are now
    Set<CustomerId> settle(BrandId brand, Collection<CustomerId> births, Instant now);

    /// Replaces entries; the `version` of each is one more than the stored one.
    ///
    /// @throws cn.siyu.application.brand.port.StaleAggregate if somebody else changed one in
    ///     between
    void replace(BrandId brand, List<BlacklistEntry> entries);

    /// Whether any entry that stands names an identity.
    boolean namesIdentities(BrandId brand);

    /// The entries that stand and name one of these identities.
    List<BlacklistEntry> naming(BrandId brand, Collection<IdentityKey> identities);

    /// The entries that stand and cover one of these birth customers, by number.
    List<BlacklistEntry> covering(BrandId brand, Collection<CustomerId> births);

    /// The birth customers that entries cover, whether they stand or not.
    Set<CustomerId> coveredBy(BrandId brand, Collection<Long> entries);

    /// Entries whose time is over at a moment, in the order of (end, number).
    List<BlacklistEntry> due(BrandId brand, Instant now, int atMost);

    /// When the next entry ends by itself; empty if none does.
    Optional<Instant> nextDueAt(BrandId brand);

    /// The entry with a public id, if it is seen.
    Optional<View> byPublicId(BrandId brand, Sight sight, PublicId entry);

    /// Entries with a number below `before`, newest first.
    List<View> page(BrandId brand, Filter filter, long before, int atMost);

    /// Which entries are wanted.
    ///
    /// @param standing true: those that stand; false: those that ended; null: all
    /// @param reasons empty: all
    /// @param customer that cover this person; null: any
    /// @param sight only those that cover a customer who is seen; whoever sees the whole brand sees
    ///     all
    record Filter(
            @Nullable Boolean standing,
            Set<BlacklistEntry.Reason> reasons,
            @Nullable PublicId customer,
            Sight sight) {
        public Filter {
            reasons = Set.copyOf(reasons);
        }
    }

    /// An entry with whom it covers.
    ///
    /// @param customer a person it covers, as it is today; null if nobody is known who is meant
    /// @param nickname what that person calls itself
    record View(
            BlacklistEntry entry,
            @Nullable PublicId customer,
            @Nullable String nickname) {}
}
