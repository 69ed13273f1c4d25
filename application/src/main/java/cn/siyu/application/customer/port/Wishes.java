package cn.siyu.application.customer.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.ConsentRecord;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.OptOut;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// What customers want of us: the consent ledger (同意记录) and opt-outs (退订).
public interface Wishes {
    /// Adds entries to the consent ledger.
    void add(BrandId brand, List<ConsentRecord> entries);

    /// The consent ledger of a person, oldest first; an entry that stands there for several birth
    /// customers of it, once.
    List<ConsentRecord> consentsOf(BrandId brand, CustomerId customer);

    /// The consent ledgers of birth customers, each by itself, oldest first.
    List<ConsentRecord> consentsOf(BrandId brand, Collection<CustomerId> births);

    /// Records an opt-out, for all birth customers of the person.
    ///
    /// @return false if the customer has opted out there before; then nothing changes
    boolean optOut(BrandId brand, OptOut optOut);

    /// Takes an opt-out back, for all birth customers of the person.
    ///
    /// @return false if there is none
    boolean optIn(BrandId brand, CustomerId customer, String touchpoint);

    /// The opt-outs of a person by touchpoint; of several at the same, the oldest.
    List<OptOut> optOutsOf(BrandId brand, CustomerId customer);

    /// Gives birth customers the opt-outs of others.
    ///
    /// @param origins whose, by who gets them
    void copyOptOuts(BrandId brand, Map<CustomerId, CustomerId> origins);
}
