package cn.siyu.application.continuity;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.continuity.port.Inheritances;
import cn.siyu.application.continuity.port.Inheritances.Taker;
import cn.siyu.application.continuity.port.TransferBook;
import cn.siyu.application.continuity.port.TransferBook.Count;
import cn.siyu.application.continuity.port.TransferBook.Filter;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.StaffMember;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.continuity.Inheritance;
import cn.siyu.domain.continuity.Transfer;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Orders and their transfers as they are asked for. An order is seen if the one who hands over is
/// (数据范围); of it, the transfers of customers who are seen, from accounts that are, and the
/// accounts that take over as far as they are. Counts name nobody and count all.
public final class ReadInheritances {
    private final Inheritances inheritances;
    private final TransferBook book;
    private final ChannelAccounts accounts;
    private final StaffMembers members;
    private final Customers customers;
    private final Persons persons;
    private final ResolveSight sights;

    public ReadInheritances(
            Inheritances inheritances,
            TransferBook book,
            ChannelAccounts accounts,
            StaffMembers members,
            Customers customers,
            Persons persons,
            ResolveSight sights) {
        this.inheritances = inheritances;
        this.book = book;
        this.accounts = accounts;
        this.members = members;
        this.customers = customers;
        this.persons = persons;
        this.sights = sights;
    }

    /// An order with how far it is.
    ///
    /// @param takers who takes over, in order, as far as they are seen
    public record View(Inheritance order, StaffMember from, List<Count> counts, List<TakerView> takers) {
        /// How many transfers are in some states.
        public int number(boolean ofCustomers, Set<Transfer.State> states) {
            return counts.stream()
                    .filter(one -> one.ofCustomers() == ofCustomers && states.contains(one.state()))
                    .mapToInt(Count::number)
                    .sum();
        }
    }

    /// Somebody who takes over.
    public record TakerView(Taker taker, ChannelAccount account) {}

    /// A transfer with what it names.
    ///
    /// @param customer null for a group
    /// @param to null if nobody can, or if the account isn't seen
    public record TransferView(
            Transfer transfer,
            @Nullable Customer customer,
            ChannelAccount from,
            @Nullable ChannelAccount to) {}

    /// Orders with a number below `before`, the newest first.
    public List<View> newest(Caller caller, long before, int atMost) {
        var sight = sights.of(caller);
        return views(caller.brand(), sight, inheritances.newest(caller.brand(), sight, before, atMost));
    }

    /// One order, or empty.
    public Optional<View> one(Caller caller, PublicId id) {
        var sight = sights.of(caller);
        return inheritances.byPublicId(caller.brand(), id).stream()
                .flatMap(order -> views(caller.brand(), sight, List.of(order)).stream())
                .filter(view -> sight.member(view.from()))
                .findFirst();
    }

    private List<View> views(BrandId brand, Sight sight, List<Inheritance> orders) {
        var counts = book.counts(brand, orders.stream().map(Inheritance::id).toList()).stream()
                .collect(Collectors.groupingBy(Count::inheritance));
        var people = members
                .findAll(brand, orders.stream().map(Inheritance::from).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(StaffMember::id, Function.identity()));
        return orders.stream()
                .map(order -> new View(
                        order,
                        Objects.requireNonNull(people.get(order.from())),
                        counts.getOrDefault(order.id(), List.of()),
                        takers(brand, sight, order)))
                .toList();
    }

    private List<TakerView> takers(BrandId brand, Sight sight, Inheritance order) {
        var takers = inheritances.takers(brand, order.id());
        var byId = byId(brand, takers.stream().map(Taker::account).toList());
        return takers.stream()
                .map(one -> new TakerView(one, Objects.requireNonNull(byId.get(one.account()))))
                .filter(one -> held(sight, one.account()))
                .toList();
    }

    /// Transfers of an order with a number above `after`.
    public List<TransferView> transfers(Caller caller, Inheritance order, Filter filter, long after, int atMost) {
        var sight = sights.of(caller);
        return shown(caller.brand(), sight, book.page(caller.brand(), order.id(), sight, filter, after, atMost));
    }

    private static boolean held(Sight sight, ChannelAccount account) {
        return sight.held(account.staff(), account.department());
    }

    private List<TransferView> shown(BrandId brand, Sight sight, List<Transfer> page) {
        var named = new HashSet<ChannelAccountId>();
        var wanted = new HashSet<CustomerId>();
        for (Transfer one : page) {
            named.add(one.from());
            var to = one.to();
            if (to != null) {
                named.add(to);
            }
            if (one.subject() instanceof Transfer.OfCustomer customer) {
                wanted.add(customer.customer());
            }
        }
        var byId = byId(brand, named);
        var people = customers(brand, wanted);
        return page.stream()
                .map(one -> new TransferView(
                        one,
                        one.subject() instanceof Transfer.OfCustomer customer ? people.get(customer.customer()) : null,
                        Objects.requireNonNull(byId.get(one.from())),
                        one.to() == null ? null : seen(sight, byId.get(one.to()))))
                .toList();
    }

    private static @Nullable ChannelAccount seen(Sight sight, @Nullable ChannelAccount account) {
        return account != null && held(sight, account) ? account : null;
    }

    /// The customers that some are now, by the numbers they began with.
    public Map<CustomerId, Customer> customers(BrandId brand, Collection<CustomerId> wanted) {
        var are = persons.of(brand, wanted);
        var people = customers.findAll(brand, Set.copyOf(are.values())).stream()
                .collect(Collectors.toMap(Customer::id, Function.identity()));
        Map<CustomerId, Customer> shown = new HashMap<>();
        are.forEach((began, is) -> {
            var customer = people.get(is);
            if (customer != null) {
                shown.put(began, customer);
            }
        });
        return shown;
    }

    /// Accounts by their numbers.
    public Map<ChannelAccountId, ChannelAccount> byId(BrandId brand, Collection<ChannelAccountId> wanted) {
        return accounts.findAll(brand, Set.copyOf(wanted)).stream()
                .collect(Collectors.toMap(ChannelAccount::id, Function.identity()));
    }

    /// The account with a public id, or empty if there is none that the caller sees.
    public Optional<ChannelAccount> account(Caller caller, PublicId id) {
        var sight = sights.of(caller);
        return accounts.byPublicId(caller.brand(), id).filter(one -> held(sight, one));
    }
}
