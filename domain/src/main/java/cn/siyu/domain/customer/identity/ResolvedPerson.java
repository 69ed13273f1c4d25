package cn.siyu.domain.customer.identity;

import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityId;
import java.util.List;
import java.util.Map;

/// One person as the identities say.
///
/// @param id the customer it is: the oldest birth customer of its identities that isn't somebody
///     else's
/// @param identities all of them, oldest first
/// @param born identities that came into the world as part of a customer who turned out to be
///     somebody else: each is born anew, as the customer named here. In most persons there is none
public record ResolvedPerson(CustomerId id, List<Identity> identities, Map<IdentityId, CustomerId> born) {
    public ResolvedPerson {
        identities = List.copyOf(identities);
        born = Map.copyOf(born);
    }

    /// The customer under which facts of an identity are kept.
    public CustomerId birthOf(Identity identity) {
        return born.getOrDefault(identity.id(), identity.birthCustomer());
    }
}
