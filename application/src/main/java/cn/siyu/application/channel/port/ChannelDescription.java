package cn.siyu.application.channel.port;

import cn.siyu.domain.channel.policy.PolicyEdition;
import cn.siyu.domain.channel.policy.PolicyKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// A channel (渠道) that is added by data: people work it, or it only tells what customers do.
/// Nothing is called by a program there; a channel that is needs an adapter of its own.
///
/// @param key its name in the API, `DOUYIN`: a letter, then letters, digits and `_`, at most 30
/// @param nameZh what it is called in Chinese
/// @param nameEn and in English
/// @param workedBy who does anything on it
/// @param byHand what people do on it, of [#MOST]; nothing on a channel that is only fed
/// @param addingWays how contacts are made, each by people
/// @param policies editions for this channel: one of PLATFORM at least, and one of ACCOUNT_CARE if
///     people work it
public record ChannelDescription(
        String key,
        String nameZh,
        String nameEn,
        WorkedBy workedBy,
        Set<Capability> byHand,
        List<AddingWay> addingWays,
        List<PolicyEdition> policies) {
    /// What people can do by hand on any channel.
    public static final Set<Capability> MOST = Set.copyOf(EnumSet.of(
            Capability.MASS_MESSAGE,
            Capability.WELCOME_MESSAGE,
            Capability.CONTACT_WAY,
            Capability.CONTACT_TAG,
            Capability.CONTACT_REMARK,
            Capability.CUSTOMER_GROUP,
            Capability.GROUP_MESSAGE,
            Capability.MOMENTS));

    private static final int LONGEST_NAME = 40;

    /// Who does anything on a channel.
    public enum WorkedBy {
        /// People, through tasks.
        BY_HAND,
        /// Nobody: what customers do there comes through the interaction feed.
        FEED_ONLY
    }

    public ChannelDescription {
        byHand = Set.copyOf(byHand);
        addingWays = List.copyOf(addingWays);
        policies = List.copyOf(policies);
        require(key.matches("[A-Z][A-Z0-9_]{1,29}"), "channel", "has 2 to 30 of A-Z 0-9 _, beginning with a letter");
        require(named(nameZh), "nameZh", "has 1 to " + LONGEST_NAME + " characters");
        require(named(nameEn), "nameEn", "has 1 to " + LONGEST_NAME + " characters");
        require(
                MOST.containsAll(byHand),
                "capabilities",
                "can be " + MOST.stream().sorted().toList());
        require(
                workedBy == WorkedBy.BY_HAND || (byHand.isEmpty() && addingWays.isEmpty()),
                "capabilities",
                "and addingWays are empty on a channel that is only fed (FEED_ONLY)");
        for (AddingWay way : addingWays) {
            require(way.support() == Offer.Support.BY_TASK, "addingWays", "are all BY_TASK");
        }
        for (PolicyEdition policy : policies) {
            require(
                    key.equals(policy.channel()),
                    "policies",
                    "are for this channel, but " + policy.id() + " is for " + policy.channel());
        }
        require(has(policies, PolicyKind.PLATFORM), "policies", "need a PLATFORM edition");
        require(
                workedBy == WorkedBy.FEED_ONLY || has(policies, PolicyKind.ACCOUNT_CARE),
                "policies",
                "need an ACCOUNT_CARE edition where people work the channel");
    }

    private static boolean has(List<PolicyEdition> policies, PolicyKind kind) {
        return policies.stream().anyMatch(policy -> policy.kind() == kind);
    }

    private static boolean named(String name) {
        return !name.isBlank() && name.length() <= LONGEST_NAME;
    }

    private static void require(boolean sound, String property, String rule) {
        if (!sound) {
            throw new IllegalArgumentException(property + " " + rule);
        }
    }
}
