package cn.siyu.application.customer;

import cn.siyu.application.customer.DecideIdentities.Between;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.Identities;
import cn.siyu.application.customer.port.IdentityGraph;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.identity.IdentityConflict;
import cn.siyu.domain.customer.identity.IdentityPair;
import cn.siyu.domain.id.PublicId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the two that a person named, and whose they are.
///
/// @param persons who customers are today
record NamedIdentities(Identities identities, Customers customers, IdentityGraph graph, Persons persons) {
    /// The identities of one of the two; empty if it isn't there.
    ///
    /// @param which 0 the first, 1 the second
    List<Identity> named(BrandId brand, Between between, int which) {
        return switch (between) {
            case Between.Keys(var one, var other) -> {
                var key = which == 0 ? one : other;
                yield Optional.ofNullable(identities.find(brand, List.of(key)).get(key)).stream()
                        .toList();
            }
            case Between.Two(var one, var other) ->
                customers
                        .birthOf(brand, which == 0 ? one : other)
                        .map(birth -> identities.of(brand, List.of(birth)))
                        .orElseGet(List::of);
            case Between.Conflict(var id) ->
                graph
                        .conflict(brand, id)
                        .map(IdentityConflict::pair)
                        .flatMap(pair -> identities.find(brand, which == 0 ? pair.low() : pair.high()))
                        .stream()
                        .toList();
        };
    }

    /// The people whom the two are today, as far as what is named is there.
    List<PublicId> concerned(BrandId brand, Between between) {
        return publicIds(
                brand,
                Stream.concat(named(brand, between, 0).stream(), named(brand, between, 1).stream())
                        .map(Identity::birthCustomer)
                        .collect(Collectors.toSet()));
    }

    /// The people who have identities today.
    List<PublicId> people(BrandId brand, Collection<IdentityId> some) {
        return publicIds(
                brand,
                identities.findAll(brand, some).stream()
                        .map(Identity::birthCustomer)
                        .collect(Collectors.toSet()));
    }

    private List<PublicId> publicIds(BrandId brand, Collection<CustomerId> births) {
        return customers.findAll(brand, persons.distinct(brand, births)).stream()
                .map(Customer::publicId)
                .toList();
    }

    /// Whether one end of a pair is on one side and the other on the other.
    static boolean crosses(IdentityPair pair, Collection<IdentityId> one, Collection<IdentityId> other) {
        return (one.contains(pair.low()) && other.contains(pair.high()))
                || (other.contains(pair.low()) && one.contains(pair.high()));
    }
}
