package cn.siyu.application.insight.port;

import cn.siyu.application.brand.Sight;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Adds up how long relationships of accounts in sight lasted, in the database.
@FunctionalInterface
public interface Retentions {
    /// By what relationships are put into groups.
    enum By {
        /// The month in which they began, of the brand's calendar.
        MONTH,
        /// Who holds the account (成员).
        STAFF,
        /// The contact way (渠道活码) they came by, or else the mark that the channel told (来源).
        SOURCE,
        /// The kind of channel (渠道).
        CHANNEL,
        /// The store or department of the account (门店).
        STORE
    }

    /// Lives longer than this many days are told as so many.
    int LONGEST = 366;

    /// The lives of relationships that began in a period, the largest groups first, and in each by
    /// days.
    ///
    /// @param now until when they were followed
    /// @param atMost rows; a group that is cut off is not complete
    List<Counted> lives(
            BrandId brand, Sight sight, By by, ZoneId zone, Instant from, Instant until, Instant now, int atMost);

    /// A group of relationships.
    ///
    /// @param id the member, contact way or department; null for others, a bare mark, or no source
    ///     at all
    /// @param code the month, the channel's kind, or the mark; null where there is an id or no
    ///     source at all
    /// @param name what it is called; null for no source at all
    record Group(
            @Nullable PublicId id,
            @Nullable String code,
            @Nullable String name) {}

    /// Relationships of one group that lasted equally long.
    ///
    /// @param days whole days, at most [#LONGEST]
    /// @param lost of those that one side ended
    /// @param unseen of those that live, were handed over, or ended with their account
    record Counted(Group group, int days, long lost, long unseen) {}
}
