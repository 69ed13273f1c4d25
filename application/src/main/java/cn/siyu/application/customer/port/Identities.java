package cn.siyu.application.customer.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.IdentityKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The identities of customers. A key is one identity's.
public interface Identities {
    /// The identities with these keys, as far as they are known.
    Map<IdentityKey, Identity> find(BrandId brand, Collection<IdentityKey> keys);

    /// One identity by its number, or empty.
    Optional<Identity> find(BrandId brand, IdentityId id);

    /// Identities by their numbers, as far as they are there.
    List<Identity> findAll(BrandId brand, Collection<IdentityId> ids);

    /// Adds identities that nobody has.
    ///
    /// @throws cn.siyu.application.customer.IdentityTaken if somebody else has brought one of them
    ///     meanwhile; the transaction must be given up
    void add(BrandId brand, Collection<Identity> identities);

    /// The identities that were born as these customers, oldest first.
    List<Identity> of(BrandId brand, Collection<CustomerId> customers);
}
