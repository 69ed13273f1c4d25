package cn.siyu.domain.customer.identity;

import cn.siyu.domain.channel.policy.PolicyReader;
import cn.siyu.domain.customer.IdentityType;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// What the policy of a brand says about joining identities (身份合并政策).
///
/// @param limits how many identities of a type a person can have in one scope; a type that isn't
///     here: any number
/// @param sharedAbove a phone number joined to more different union ids, or to more different
///     member ids, is shared by several people (共用号码) and joins nobody; at least 1
/// @param blocked values that are nobody's
public record IdentityRules(Map<IdentityType, Integer> limits, int sharedAbove, BlockedValues blocked) {
    /// The rules without any policy.
    public static final IdentityRules DEFAULT = new IdentityRules(
            Map.of(
                    IdentityType.EXTERNAL_USERID,
                    1,
                    IdentityType.UNIONID,
                    1,
                    IdentityType.OPENID,
                    1,
                    IdentityType.MEMBER_ID,
                    1,
                    IdentityType.PHONE,
                    3),
            3,
            new BlockedValues(true, Set.of(), Set.of(), Set.of()));

    /// Whose number joined to one phone number tells that several people share it.
    static final Set<IdentityType> PROVE_SHARING = Set.of(IdentityType.UNIONID, IdentityType.MEMBER_ID);

    private static final int MOST = 1_000;

    public IdentityRules {
        limits = Map.copyOf(limits);
        if (sharedAbove < 1 || limits.values().stream().anyMatch(most -> most < 1)) {
            throw new IllegalArgumentException("a person can have 1 or more of a type, and several share above 1");
        }
    }

    /// How many identities of a type a person can have in one scope.
    public int most(IdentityType type) {
        return limits.getOrDefault(type, Integer.MAX_VALUE);
    }

    /// Reads the values of an IDENTITY edition.
    public static IdentityRules from(PolicyReader in) {
        return new IdentityRules(
                in.object("limits", IdentityRules::limits),
                in.integer("sharedPhoneAbove", 1, MOST),
                in.object("blocked", BlockedValues::from));
    }

    private static Map<IdentityType, Integer> limits(PolicyReader in) {
        var limits = new EnumMap<IdentityType, Integer>(IdentityType.class);
        for (IdentityType type : IdentityType.values()) {
            if (in.has(type.name())) {
                limits.put(type, in.integer(type.name(), 1, MOST));
            }
        }
        return limits;
    }
}
