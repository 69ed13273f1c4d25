package cn.siyu.application.trust.port;

import cn.siyu.application.brand.Sight;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.trust.compare.Sample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Adds up trust in the live relationships of accounts in sight, in the database.
public interface TrustComparisons {
    /// By what relationships are put into groups.
    enum By {
        /// Who holds the account (成员).
        STAFF,
        /// The contact way (渠道活码) they came by, or else the mark that the channel told (来源).
        SOURCE,
        /// The kind of channel (渠道).
        CHANNEL,
        /// The store or department of the account (门店).
        STORE
    }

    /// The groups that have relationships read under an edition, by name.
    List<Group> groups(BrandId brand, Sight sight, By by, String policyEdition);

    /// How many live relationships are read under another edition: their scores aren't comparable.
    long otherwiseRead(BrandId brand, Sight sight, String policyEdition);

    /// One group.
    ///
    /// @param id the member, contact way or department; null for a channel, a bare mark, or no
    ///     source at all
    /// @param code the channel's kind, or the mark; null where there is an id or no source at all
    /// @param name what it is called; null for no source at all
    /// @param hook what a contact way promises (钩子); null if nothing
    /// @param trust T of each relationship
    /// @param social social trust of each
    /// @param brand brand trust of each one's customer
    record Group(
            @Nullable PublicId id,
            @Nullable String code,
            @Nullable String name,
            @Nullable String hook,
            Sample trust,
            Sample social,
            Sample brand) {}
}
