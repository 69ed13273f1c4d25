package cn.siyu.application.insight.port;

import cn.siyu.application.brand.PageRequest;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.InMemorySight;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.insight.InteractionView;
import cn.siyu.application.insight.OrderView;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.id.ExternalKey;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.insight.Interaction;
import cn.siyu.domain.insight.Order;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Views of facts over repositories in memory.
public record InMemoryFactViews(
        Brands brands,
        InMemoryInteractions interactions,
        InMemoryOrders orders,
        Customers customers,
        Relationships relationships,
        ChannelAccounts accounts,
        StaffMembers staff,
        Departments departments)
        implements FactViews {
    @Override
    public Optional<InteractionView> interaction(BrandId brand, Sight sight, PublicId id) {
        return seen(brand, sight)
                .filter(view -> view.interaction().publicId().equals(id))
                .findFirst();
    }

    @Override
    public List<InteractionView> interactions(BrandId brand, Sight sight, Wanted wanted, PageRequest page) {
        return page(
                seen(brand, sight)
                        .filter(view -> wanted.kinds().isEmpty()
                                || wanted.kinds()
                                        .contains(view.interaction().kind().code()))
                        .filter(view ->
                                fits(wanted, view.customer(), view.interaction().occurredAt())),
                page,
                view -> view.interaction().occurredAt(),
                view -> view.interaction().id());
    }

    private Stream<InteractionView> seen(BrandId brand, Sight sight) {
        return interactions.all(brand).stream()
                .filter(one -> sees(brand, sight, one.customer()))
                .filter(one -> new InMemorySight(relationships, accounts).over(brand, sight, one.account()))
                .map(one -> view(brand, one));
    }

    private InteractionView view(BrandId brand, Interaction one) {
        var relationship = one.relationship();
        var account = one.account();
        return new InteractionView(
                one,
                customer(brand, one.customer()),
                relationship == null
                        ? null
                        : relationships
                                .find(brand, relationship)
                                .map(Relationship::publicId)
                                .orElseThrow(),
                account == null ? null : account(brand, account));
    }

    private InteractionView.Account account(BrandId brand, ChannelAccountId id) {
        var account = accounts.find(brand, id).orElseThrow();
        return new InteractionView.Account(
                account.publicId(),
                account.address(),
                staff.find(brand, account.staff()).orElseThrow().publicId());
    }

    @Override
    public Optional<OrderView> order(BrandId brand, Sight sight, PublicId id) {
        return bought(brand, sight)
                .filter(view -> view.order().publicId().equals(id))
                .findFirst();
    }

    @Override
    public Optional<OrderView> order(BrandId brand, Sight sight, ExternalKey key) {
        return bought(brand, sight)
                .filter(view -> view.order().key().equals(key))
                .findFirst();
    }

    @Override
    public List<OrderView> orders(BrandId brand, Sight sight, Wanted wanted, PageRequest page) {
        return page(
                bought(brand, sight)
                        .filter(view ->
                                fits(wanted, view.customer(), view.order().paidAt())),
                page,
                view -> view.order().paidAt(),
                view -> view.order().id());
    }

    private Stream<OrderView> bought(BrandId brand, Sight sight) {
        return orders.all(brand).stream()
                .filter(one -> sees(brand, sight, one.customer()))
                .map(one -> view(brand, one));
    }

    private OrderView view(BrandId brand, Order one) {
        return new OrderView(
                one,
                brands.find(brand).orElseThrow().currency(),
                customer(brand, one.customer()),
                store(brand, one.store()),
                orders.refundsOf(brand, one.id()));
    }

    private OrderView.@Nullable Store store(BrandId brand, @Nullable DepartmentId id) {
        if (id == null) {
            return null;
        }
        var store = departments.find(brand, id).orElseThrow();
        return new OrderView.Store(store.publicId(), store.externalId());
    }

    private boolean sees(BrandId brand, Sight sight, CustomerId customer) {
        return new InMemorySight(relationships, accounts).customer(brand, sight, customer);
    }

    private PublicId customer(BrandId brand, CustomerId id) {
        return customers.find(brand, id).orElseThrow().publicId();
    }

    private static boolean fits(Wanted wanted, @Nullable PublicId customer, Instant at) {
        var only = wanted.customer();
        var from = wanted.from();
        var until = wanted.until();
        return (only == null || only.equals(customer))
                && (from == null || !at.isBefore(from))
                && (until == null || at.isBefore(until));
    }

    private static <T> List<T> page(
            Stream<T> views, PageRequest page, Function<T, Instant> moment, ToLongFunction<T> number) {
        Comparator<T> order = Comparator.comparing(moment).thenComparingLong(number);
        var directed = page.descending() ? order.reversed() : order;
        var after = page.after();
        return views.sorted(directed)
                .filter(view -> after == null || isBehind(page, after, moment.apply(view), number.applyAsLong(view)))
                .limit(page.limit())
                .toList();
    }

    private static boolean isBehind(PageRequest page, PageRequest.Place after, Instant at, long number) {
        int byTime = at.compareTo(Instant.parse(after.key()));
        int by = byTime != 0 ? byTime : Long.compare(number, after.id());
        return page.descending() ? by < 0 : by > 0;
    }
}
