package cn.siyu.application.customer;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.OptOut;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.identity.Regrouped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Is told what happens to customers, in the transaction in which it happens: the side of
/// capabilities that know customers but that customers don't know.
public interface CustomerWitness {
    /// A relationship has begun, has ended, or turned out to have begun or ended at another time.
    ///
    /// @param before as it was; null if it is new
    void changed(BrandId brand, @Nullable Relationship before, Relationship after);

    /// As [#changed], for many at once.
    default void changed(BrandId brand, List<Change> changes) {
        changes.forEach(change -> changed(brand, change.before(), change.after()));
    }

    /// One relationship that is new or other than before.
    ///
    /// @param before as it was; null if it is new
    record Change(@Nullable Relationship before, Relationship after) {}

    /// A customer has opted out of something.
    default void optedOut(BrandId brand, OptOut optOut) {}

    /// A customer took a consent back.
    default void barred(BrandId brand, CustomerId customer) {}

    /// Birth customers are somebody else than before: customers were merged or separated
    /// (合并、拆分).
    default void regrouped(BrandId brand, List<Regrouped> regrouped) {}

    /// Customers are born anew, since who they were part of turned out to be several people.
    ///
    /// @param origins as part of whom each was known, by the new ones
    default void bornAnew(BrandId brand, Map<CustomerId, CustomerId> origins) {}

    /// Several witnesses as one, told in their order.
    static CustomerWitness of(List<CustomerWitness> witnesses) {
        return new CustomerWitness() {
            @Override
            public void changed(BrandId brand, @Nullable Relationship before, Relationship after) {
                witnesses.forEach(witness -> witness.changed(brand, before, after));
            }

            @Override
            public void changed(BrandId brand, List<Change> changes) {
                witnesses.forEach(witness -> witness.changed(brand, changes));
            }

            @Override
            public void optedOut(BrandId brand, OptOut optOut) {
                witnesses.forEach(witness -> witness.optedOut(brand, optOut));
            }

            @Override
            public void regrouped(BrandId brand, List<Regrouped> regrouped) {
                witnesses.forEach(witness -> witness.regrouped(brand, regrouped));
            }

            @Override
            public void bornAnew(BrandId brand, Map<CustomerId, CustomerId> origins) {
                witnesses.forEach(witness -> witness.bornAnew(brand, origins));
            }

            @Override
            public void barred(BrandId brand, CustomerId customer) {
                witnesses.forEach(witness -> witness.barred(brand, customer));
            }
        };
    }
}
