package cn.siyu.application.contact.port;

import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.ConsentState;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.OptOut;
import cn.siyu.domain.customer.RelationshipId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether and how a customer can be reached now.
///
/// @param consent the newest record of the purpose MARKETING
/// @param optedOut touchpoints the customer opted out of, perhaps [OptOut#ALL]
/// @param zone the customer's, else the store's, else the brand's
/// @param link over which relationship; null if there is none that was asked for
public record Reach(
        CustomerId customer,
        @Nullable String nickname,
        boolean blacklisted,
        ConsentState consent,
        Set<String> optedOut,
        ZoneId zone,
        @Nullable Link link) {
    public Reach {
        optedOut = Set.copyOf(optedOut);
    }

    /// Whether the customer opted out of a touchpoint, or of all.
    public boolean optedOutOf(String touchpoint) {
        return optedOut.contains(OptOut.ALL) || optedOut.contains(touchpoint);
    }

    /// Why nobody may write over a touchpoint, or ask to be a friend, whatever they want: a stable
    /// code; null if nothing stands against it.
    public @Nullable String hardStop(String touchpoint) {
        if (blacklisted) {
            return "BLACKLISTED";
        }
        if (optedOutOf(touchpoint)) {
            return "OPTED_OUT";
        }
        return consent == ConsentState.WITHDRAWN ? "NO_CONSENT" : null;
    }

    /// One relationship with the account it is on.
    ///
    /// @param birth the birth customer whose identity the relationship is with; a send over it is
    ///     kept under it
    /// @param recipient what the channel calls the customer
    /// @param sender the account, as the channel knows it
    /// @param live whether the relationship lives
    /// @param accountActive whether the account may send
    /// @param silencedUntil until when "not interested" hides this account's moments; null if it
    ///     doesn't
    /// @param trust relationship trust, 0 to 100; null if it was never computed
    /// @param confidence how well the customer is known, 0 to 1
    public record Link(
            RelationshipId relationship,
            ChannelAccountId account,
            IdentityId identity,
            CustomerId birth,
            String recipient,
            Sender sender,
            boolean live,
            boolean accountActive,
            @Nullable Instant silencedUntil,
            @Nullable Double trust,
            double confidence,
            Names names) {}

    /// What a message may call people and places.
    ///
    /// @param addedOn when they became contacts, in the brand's zone
    /// @param orders how many orders the customer has
    /// @param staff the staff member's name
    /// @param store the name of the store or department the account belongs to; null if unknown
    /// @param brand the brand's name
    public record Names(
            LocalDate addedOn,
            int orders,
            String staff,
            @Nullable String store,
            String brand) {}
}
