package cn.siyu.application.insight;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.customer.ResolveCustomers;
import cn.siyu.application.customer.ResolveCustomers.Claim;
import cn.siyu.application.customer.ResolveCustomers.Profile;
import cn.siyu.application.customer.ResolveCustomers.Resolution;
import cn.siyu.application.insight.port.Orders;
import cn.siyu.application.insight.port.Whereabouts;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.id.ExternalKey;
import cn.siyu.domain.insight.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Takes in paid orders (订单), up to 500 at once, each with an outcome of its own, late ones too.
/// The same key said again changes nothing; said otherwise it is refused.
public final class RecordOrders {
    /// How many orders one call takes.
    public static final int MOST = 500;

    private final UnitOfWork work;
    private final Brands brands;
    private final BrandClock clock;
    private final IdSource ids;
    private final ResolveCustomers customers;
    private final Whereabouts whereabouts;
    private final Orders orders;
    private final FollowOrders follow;

    public RecordOrders(
            UnitOfWork work,
            Brands brands,
            BrandClock clock,
            IdSource ids,
            ResolveCustomers customers,
            Whereabouts whereabouts,
            Orders orders,
            FollowOrders follow) {
        this.work = work;
        this.brands = brands;
        this.clock = clock;
        this.ids = ids;
        this.customers = customers;
        this.whereabouts = whereabouts;
        this.orders = orders;
        this.follow = follow;
    }

    /// What is reported.
    public record Command(BrandId brand, List<Item> items) {
        public Command {
            items = List.copyOf(items);
            if (items.size() > MOST) {
                throw new IllegalArgumentException("at most " + MOST + " orders at once");
            }
        }
    }

    /// One order as it is reported.
    ///
    /// @param identities of the customer, at least one
    /// @param currency ISO 4217 code; must be the brand's
    /// @param store the store's external id; null if none
    public record Item(
            ExternalKey key,
            List<IdentityKey> identities,
            Instant paidAt,
            long amountMinor,
            String currency,
            @Nullable String store,
            String salesChannel,
            List<Order.Line> lines) {}

    /// What came of one item.
    public sealed interface Outcome {
        /// It is recorded now.
        record Recorded(Order order) implements Outcome {}

        /// It was recorded before.
        record Repeated(Order order) implements Outcome {}

        /// It was not recorded.
        record Refused(Refusal refusal) implements Outcome {}
    }

    /// Why an item was not recorded.
    public enum Refusal {
        /// The platform never told us of that external user id.
        UNKNOWN_CONTACT,
        /// All identities are values that the brand's policy says are nobody's.
        NOBODY,
        UNKNOWN_STORE,
        /// The brand counts in another currency.
        OTHER_CURRENCY,
        /// The key stands for another order.
        KEY_REUSED
    }

    /// One outcome per item, in their order.
    public List<Outcome> handle(Command command) {
        return Repeatedly.inTransaction(work, () -> join(command));
    }

    /// As [#handle], inside the caller's transaction.
    ///
    /// @throws cn.siyu.application.customer.IdentityTaken if the caller must begin its transaction
    ///     again
    public List<Outcome> join(Command command) {
        return record(command.brand(), command.items());
    }

    private record Draft(@Nullable Order order, @Nullable Refusal refusal) {}

    private List<Outcome> record(BrandId brand, List<Item> items) {
        var now = clock.now(brand);
        var currency = brands.find(brand).orElseThrow().currency();
        var stores = whereabouts.stores(
                brand,
                items.stream().flatMap(item -> Stream.ofNullable(item.store())).collect(Collectors.toSet()));
        var resolutions = customers.resolve(
                brand,
                items.stream()
                        .map(item -> new Claim(item.identities(), IdentitySource.IMPORT, Profile.NONE, item.paidAt()))
                        .toList(),
                now);
        var drafts = new ArrayList<Draft>();
        for (int i = 0; i < items.size(); i++) {
            drafts.add(draft(items.get(i), resolutions.get(i), stores, currency, now));
        }
        return store(brand, currency, drafts, now);
    }

    private Draft draft(
            Item item, Resolution resolution, Map<String, DepartmentId> stores, String currency, Instant now) {
        if (!item.currency().equals(currency)) {
            return new Draft(null, Refusal.OTHER_CURRENCY);
        }
        var store = item.store() == null ? null : stores.get(item.store());
        if (item.store() != null && store == null) {
            return new Draft(null, Refusal.UNKNOWN_STORE);
        }
        return switch (resolution) {
            case Resolution.Unknown _ -> new Draft(null, Refusal.UNKNOWN_CONTACT);
            case Resolution.Nobody _ -> new Draft(null, Refusal.NOBODY);
            case Resolution.Found found -> {
                long id = ids.next();
                yield new Draft(
                        new Order(
                                id,
                                ids.publicId(id, now),
                                item.key(),
                                found.by().birthCustomer(),
                                found.by().id(),
                                store,
                                item.salesChannel(),
                                item.paidAt(),
                                item.amountMinor(),
                                0,
                                now,
                                item.lines()),
                        null);
            }
        };
    }

    private List<Outcome> store(BrandId brand, String currency, List<Draft> drafts, Instant now) {
        var offered = new LinkedHashMap<ExternalKey, Order>();
        drafts.stream()
                .map(Draft::order)
                .filter(Objects::nonNull)
                .forEach(order -> offered.putIfAbsent(order.key(), order));
        var added = orders.add(brand, currency, List.copyOf(offered.values()));
        var fresh = added.stream().collect(Collectors.toMap(Order::key, one -> one));
        var before = orders.find(
                brand,
                offered.keySet().stream().filter(key -> !fresh.containsKey(key)).toList());
        follow.recorded(brand, added, now);
        return drafts.stream().map(draft -> outcome(draft, fresh, before)).toList();
    }

    private static Outcome outcome(Draft draft, Map<ExternalKey, Order> fresh, Map<ExternalKey, Order> before) {
        var order = draft.order();
        if (order == null) {
            return new Outcome.Refused(Objects.requireNonNull(draft.refusal()));
        }
        var stored = fresh.getOrDefault(order.key(), before.get(order.key()));
        if (stored != null && stored.id() == order.id()) {
            return new Outcome.Recorded(order);
        }
        return stored != null && stored.saysTheSameAs(order)
                ? new Outcome.Repeated(stored)
                : new Outcome.Refused(Refusal.KEY_REUSED);
    }
}
