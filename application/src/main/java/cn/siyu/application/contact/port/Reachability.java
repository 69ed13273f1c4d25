package cn.siyu.application.contact.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import java.util.Collection;
import java.util.Map;

/// All facts about many customers that decide whether they can be contacted, in one look.
public interface Reachability {
    /// What holds now for each of the wanted. A customer that doesn't exist is missing from the
    /// answer.
    ///
    /// @param wanted at most 5,000
    Map<Wanted, Reach> of(BrandId brand, Collection<Wanted> wanted);

    /// The last orders of those customers that have any.
    ///
    /// @param customers at most 5,000
    Map<CustomerId, LastOrder> lastOrders(BrandId brand, Collection<CustomerId> customers);

    /// The codes of the open invitations (邀请口令) of those customers that have one; of several,
    /// the newest.
    ///
    /// @param customers at most 5,000
    default Map<CustomerId, String> invitations(BrandId brand, Collection<CustomerId> customers) {
        return Map.of();
    }
}
