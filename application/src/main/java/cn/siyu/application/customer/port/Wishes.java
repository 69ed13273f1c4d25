package cn.siyu.application.customer.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.ConsentRecord;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.OptOut;
import java.util.List;

/// What customers want of us: the consent ledger (同意记录) and opt-outs (退订).
public interface Wishes {
    /// Adds an entry to the consent ledger.
    void add(BrandId brand, ConsentRecord entry);

    /// The consent ledger of a customer, oldest first.
    List<ConsentRecord> consentsOf(BrandId brand, CustomerId customer);

    /// Records an opt-out.
    ///
    /// @return false if the customer has opted out there before; then nothing changes
    boolean optOut(BrandId brand, OptOut optOut);

    /// Takes an opt-out back.
    ///
    /// @return false if there is none
    boolean optIn(BrandId brand, CustomerId customer, String touchpoint);

    /// The opt-outs of a customer by touchpoint.
    List<OptOut> optOutsOf(BrandId brand, CustomerId customer);
}
