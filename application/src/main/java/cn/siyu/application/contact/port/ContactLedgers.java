package cn.siyu.application.contact.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.ContactLedger;
import cn.siyu.domain.customer.CustomerId;
import java.util.Collection;
import java.util.Map;

/// One ledger per customer (触达台账), and the place where everything that wants to contact one
/// customer waits for its turn.
public interface ContactLedgers {
    /// The ledgers of those customers that have one, locked until the transaction ends, in the
    /// order of customers.
    Map<CustomerId, ContactLedger> lock(BrandId brand, Collection<CustomerId> customers);

    /// The ledgers of those customers that have one, just to look at.
    Map<CustomerId, ContactLedger> find(BrandId brand, Collection<CustomerId> customers);

    /// Keeps first ledgers.
    ///
    /// @throws cn.siyu.application.brand.port.StaleAggregate if somebody else began one in the
    ///     meantime; the transaction can't go on and may be tried again
    void add(BrandId brand, Map<CustomerId, ContactLedger> ledgers);

    /// Replaces ledgers that were locked in this transaction.
    void replace(BrandId brand, Map<CustomerId, ContactLedger> ledgers);
}
