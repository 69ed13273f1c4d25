package cn.siyu.application.trust.port;

import cn.siyu.application.brand.Sight;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.trust.alert.AlertKind;
import cn.siyu.domain.trust.alert.RelationshipAlert;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The alerts about relationships that lose their trust (信任预警), and how far the daily look has
/// come.
public interface TrustAlerts {
    /// Adds new ones, but for those of a kind that stands for their relationship already.
    ///
    /// @return how many were added
    int add(BrandId brand, List<RelationshipAlert> alerts);

    /// The standing ones of relationships, closed ones too, by number.
    List<RelationshipAlert> standing(BrandId brand, Collection<RelationshipId> relationships);

    /// The standing ones of relationships that have ended, by number.
    List<RelationshipAlert> standingOfEnded(BrandId brand, int atMost);

    /// Replaces alerts; the `version` of each is one more than the stored one.
    ///
    /// @throws cn.siyu.application.brand.port.StaleAggregate if somebody else changed one in
    ///     between
    void replace(BrandId brand, List<RelationshipAlert> alerts);

    /// The one with a public id, if it is seen.
    Optional<View> byPublicId(BrandId brand, Sight sight, PublicId id);

    /// Those with a number below `before`, newest first.
    List<View> page(BrandId brand, Filter filter, long before, int atMost);

    /// People with trust, that is with a live relationship, whose number is above `after`, by
    /// number.
    List<CustomerId> people(BrandId brand, long after, int atMost);

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

    /// An alert with whom it is about.
    ///
    /// @param customer the public id of the person today
    /// @param live whether the relationship still is
    /// @param holder who holds the account
    record View(
            RelationshipAlert alert,
            PublicId customer,
            @Nullable String nickname,
            PublicId relationship,
            boolean live,
            PublicId account,
            String accountName,
            PublicId staff,
            StaffId holder,
            PublicId department) {}

    /// Which alerts are wanted.
    ///
    /// @param states empty: all
    /// @param kinds empty: all
    /// @param staff of accounts that this person holds; null: of all
    /// @param department of accounts of this department; null: of all
    /// @param customer about this person; null: about anybody
    /// @param sight only those that are seen
    record Filter(
            Set<RelationshipAlert.State> states,
            Set<AlertKind> kinds,
            @Nullable PublicId staff,
            @Nullable PublicId department,
            @Nullable PublicId customer,
            Sight sight) {
        /// All that are seen.
        public static Filter all(Sight sight) {
            return new Filter(Set.of(), Set.of(), null, null, null, sight);
        }

        public Filter {
            states = Set.copyOf(states);
            kinds = Set.copyOf(kinds);
        }
    }
}
