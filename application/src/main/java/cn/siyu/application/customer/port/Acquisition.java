package cn.siyu.application.customer.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWayId;
import cn.siyu.domain.customer.Relationship;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// What a new or ended relationship means for the account it is on: how full it is, and the visit
/// that led to it.
public interface Acquisition {
    /// The contact way (联系我) that a source mark stands for; empty if it is none of ours.
    Optional<ContactWayId> wayOf(BrandId brand, String source);

    /// As [#wayOf], for many; of a source mark that is none of ours, no entry.
    Map<String, ContactWayId> waysOf(BrandId brand, Collection<String> sources);

    /// As [#began], for many.
    void beganAll(BrandId brand, Collection<Began> relationships);

    /// A relationship that has begun.
    ///
    /// @param day the brand's local day on which it began
    record Began(Relationship relationship, LocalDate day) {}

    /// A relationship has begun: the account has one more, its day too if the day it began is the
    /// day that is being counted or a later one, and the visit that was held for it is taken.
    ///
    /// @param day the brand's local day on which it began
    void began(BrandId brand, Relationship relationship, LocalDate day);

    /// A relationship that was taken for ended goes on: the account has it again.
    void goesOn(BrandId brand, ChannelAccountId account);

    /// A relationship has ended: the account has one less.
    default void ended(BrandId brand, ChannelAccountId account) {
        ended(brand, account, 1);
    }

    /// So many relationships have ended: the account has as many less.
    void ended(BrandId brand, ChannelAccountId account, int relationships);
}
