package cn.siyu.application.customer.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Who customers are today. Facts name the customer that somebody was first seen as (birth
/// customer, 初始客户) for ever; who that is follows from identities and can change.
public interface Persons {
    /// Where nobody was ever merged.
    Persons ALONE = new Persons() {
        @Override
        public Map<CustomerId, CustomerId> of(BrandId brand, Collection<CustomerId> customers) {
            return customers.stream().distinct().collect(Collectors.toMap(one -> one, one -> one));
        }

        @Override
        public Map<CustomerId, List<CustomerId>> births(BrandId brand, Collection<CustomerId> customers) {
            return customers.stream().distinct().collect(Collectors.toMap(one -> one, List::of));
        }
    };

    /// Who each of these customers is: itself, or the customer it was merged into.
    Map<CustomerId, CustomerId> of(BrandId brand, Collection<CustomerId> customers);

    /// The people that these customers are, each once.
    default Set<CustomerId> distinct(BrandId brand, Collection<CustomerId> customers) {
        return new LinkedHashSet<>(of(brand, customers).values());
    }

    /// All birth customers that are the same person as these, per customer asked for; itself
    /// included.
    Map<CustomerId, List<CustomerId>> births(BrandId brand, Collection<CustomerId> customers);
}
