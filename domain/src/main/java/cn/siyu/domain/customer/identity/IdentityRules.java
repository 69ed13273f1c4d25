package cn.siyu.domain.customer.identity;

/// What the policy of a brand says about joining identities.
///
/// @param sharedAbove a phone number joined to more different union ids, or to more different
///     member ids, is shared by
///     several people (共用号码) and joins nobody; at least 1
public record IdentityRules(int sharedAbove) {
    /// The rules without any policy.
    public static final IdentityRules DEFAULT = new IdentityRules(3);

    public IdentityRules {
        if (sharedAbove < 1) {
            throw new IllegalArgumentException("a phone number is shared above 1 or more ids");
        }
    }
}
