package cn.siyu.application.insight.port;

import cn.siyu.application.brand.PageRequest;
import cn.siyu.application.brand.PageRequest.Place;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.customer.port.InMemoryCustomers;
import cn.siyu.application.customer.port.InMemoryIdentities;
import cn.siyu.application.customer.port.InMemoryIdentityGraph;
import cn.siyu.application.customer.port.InMemorySight;
import cn.siyu.application.customer.port.InMemoryTags;
import cn.siyu.application.customer.port.Lifecycles;
import cn.siyu.application.customer.port.Lifecycles.Standing;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.customer.port.Tags.Assignment;
import cn.siyu.application.customer.port.Wishes;
import cn.siyu.application.insight.CustomerDetail;
import cn.siyu.application.insight.CustomerSummary;
import cn.siyu.application.insight.TimelineEntry;
import cn.siyu.application.trust.port.InMemoryTrustLedger;
import cn.siyu.domain.audience.AsOf;
import cn.siyu.domain.audience.CustomerFacts;
import cn.siyu.domain.audience.Evaluation;
import cn.siyu.domain.audience.Expression;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.OptOut;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.Tag;
import cn.siyu.domain.customer.TagId;
import cn.siyu.domain.customer.identity.IdentityConflict;
import cn.siyu.domain.customer.lifecycle.Stage;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.insight.Interaction;
import cn.siyu.domain.insight.Order;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Views of customers over repositories in memory: what lists sort and filter by, and what the
/// timeline tells of relationships, interactions, orders and tags.
public record InMemoryCustomerViews(
        InMemoryCustomers customers,
        InMemoryIdentities identities,
        InMemoryIdentityGraph graph,
        Relationships relationships,
        InMemoryTags tags,
        Wishes wishes,
        Lifecycles lifecycles,
        InMemoryTrustLedger trust,
        InMemoryInteractions interactions,
        InMemoryOrders orders,
        ChannelAccounts accounts,
        StaffMembers staff)
        implements CustomerViews {
    @Override
    public List<Listed> search(BrandId brand, Sight sight, @Nullable Expression filter, AsOf asOf, PageRequest page) {
        Comparator<Listed> order = Comparator.comparingDouble(
                        (Listed row) -> key(page, row.place().key()))
                .thenComparingLong(row -> row.place().id());
        Comparator<Listed> directed = page.descending() ? order.reversed() : order;
        @Nullable Place after = page.after();
        return all(brand, sight, filter, asOf)
                .map(summary -> new Listed(summary, place(page, summary)))
                .sorted(directed)
                .filter(row -> after == null || directed.compare(row, new Listed(row.customer(), after)) > 0)
                .limit(page.limit())
                .toList();
    }

    private static double key(PageRequest page, String text) {
        return switch (page.sort()) {
            case "createdAt" -> 0;
            case "lastInteractionAt" -> Instant.parse(text).toEpochMilli();
            default -> Double.parseDouble(text);
        };
    }

    private static Place place(PageRequest page, CustomerSummary summary) {
        var last = summary.lastInteractionAt();
        Double trust = summary.trust();
        String key = switch (page.sort()) {
            case "trust" -> Double.toString(trust == null ? -1 : trust);
            case "ordersAmount" -> Long.toString(summary.ordersAmountMinor());
            case "lastInteractionAt" -> (last == null ? Instant.EPOCH : last).toString();
            default -> summary.customer().createdAt().toString();
        };
        return new Place(key, summary.customer().id().value());
    }

    @Override
    public long count(BrandId brand, Sight sight, @Nullable Expression filter, AsOf asOf) {
        return all(brand, sight, filter, asOf).count();
    }

    private Stream<CustomerSummary> all(BrandId brand, Sight sight, @Nullable Expression filter, AsOf asOf) {
        return customers.all(brand).stream()
                .filter(customer -> graph.of(brand, List.of(customer.id())).containsValue(customer.id()))
                .filter(customer -> sees(brand, sight, customer.id()))
                .map(customer -> summary(brand, customer))
                .filter(summary -> filter == null || Evaluation.matches(filter, facts(brand, summary), asOf));
    }

    private boolean sees(BrandId brand, Sight sight, CustomerId customer) {
        return births(brand, customer).stream()
                .anyMatch(birth -> new InMemorySight(relationships, accounts).customer(brand, sight, birth));
    }

    private List<CustomerId> births(BrandId brand, CustomerId customer) {
        return graph.births(brand, List.of(customer)).getOrDefault(customer, List.of(customer));
    }

    private CustomerSummary summary(BrandId brand, Customer customer) {
        var standing = lifecycles
                .standings(brand, List.of(customer.id()))
                .getOrDefault(customer.id(), new Standing(Stage.ENTRANCE, customer.createdAt(), false, false, null));
        var projected = trust.projected(customer.id());
        var best = projected.flatMap(one -> Optional.ofNullable(one.best()));
        List<Order> bought = orders.of(brand, births(brand, customer.id())).stream()
                .filter(order -> !order.undone())
                .toList();
        return new CustomerSummary(
                customer,
                standing.stage(),
                standing.since(),
                standing.dormant(),
                standing.lost(),
                best.map(one -> one.trust()).orElse(null),
                projected.map(one -> one.brandScore()).orElse(0.0),
                best.map(one -> one.social()).orElse(null),
                projected.map(one -> one.confidence()).orElse(0.0),
                projected.map(one -> one.asOf()).orElse(customer.createdAt()),
                bought.size(),
                bought.stream()
                        .mapToLong(order -> order.amountMinor() - order.refundedMinor())
                        .sum(),
                bought.stream()
                        .map(Order::paidAt)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                interactions.of(brand, customer.id()).stream()
                        .map(Interaction::occurredAt)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    private CustomerFacts facts(BrandId brand, CustomerSummary summary) {
        var customer = summary.customer();
        var live = relationships.of(brand, births(brand, customer.id())).stream()
                .filter(Relationship::live)
                .toList();
        Set<String> names = new HashSet<>();
        tagsOf(brand, customer.id()).forEach(tag -> names.addAll(List.of(tag.name(), tag.group() + "/" + tag.name())));
        return new CustomerFacts(
                new CustomerFacts.Person(
                        customer.nickname(),
                        customer.gender() == Customer.Gender.UNKNOWN
                                ? null
                                : customer.gender().name(),
                        names),
                new CustomerFacts.Standing(
                        summary.stage().name(),
                        summary.dormant(),
                        summary.lost(),
                        customer.blacklisted(),
                        wishes.optOutsOf(brand, customer.id()).stream()
                                .map(OptOut::touchpoint)
                                .collect(Collectors.toSet())),
                new CustomerFacts.Trust(
                        summary.trust(), summary.trustBrand(), summary.trustSocial(), summary.confidence()),
                new CustomerFacts.Relations(
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        live.stream()
                                .map(one -> accounts.find(brand, one.account())
                                        .orElseThrow()
                                        .address())
                                .collect(Collectors.toSet()),
                        Set.of(),
                        Set.of(),
                        live.stream()
                                .map(Relationship::addedAt)
                                .min(Comparator.naturalOrder())
                                .orElse(null)),
                new CustomerFacts.Activity(
                        summary.orders(),
                        summary.ordersAmountMinor(),
                        summary.lastPaidAt(),
                        summary.lastInteractionAt(),
                        0,
                        null,
                        0));
    }

    private List<Tag> tagsOf(BrandId brand, CustomerId customer) {
        Set<TagId> set =
                tags.of(brand, List.of(customer)).stream().map(Assignment::tag).collect(Collectors.toSet());
        return tags.findAll(brand, set);
    }

    @Override
    public Optional<CustomerId> find(BrandId brand, Sight sight, PublicId customer) {
        return customers.byPublicId(brand, customer).map(Customer::id).filter(id -> sees(brand, sight, id));
    }

    @Override
    public Optional<CustomerId> findFormer(BrandId brand, Sight sight, PublicId customer) {
        return customers.byPublicId(brand, customer).map(Customer::id).filter(id -> {
            var all = relationships.of(brand, births(brand, id));
            return all.stream().noneMatch(Relationship::live)
                    && all.stream()
                            .max(Comparator.comparing(
                                    one -> Objects.requireNonNull(one.ended()).at()))
                            .filter(one -> new InMemorySight(relationships, accounts).over(brand, sight, one.account()))
                            .isPresent();
        });
    }

    @Override
    public Map<PublicId, CustomerId> findAll(BrandId brand, Sight sight, Collection<PublicId> wanted) {
        Map<PublicId, CustomerId> found = new HashMap<>();
        wanted.forEach(id -> find(brand, sight, id).ifPresent(number -> found.put(id, number)));
        return found;
    }

    @Override
    public Optional<CustomerDetail> detail(BrandId brand, Sight sight, PublicId customer) {
        return find(brand, sight, customer)
                .flatMap(id -> customers.find(brand, id))
                .map(one -> detail(brand, sight, one));
    }

    private CustomerDetail detail(BrandId brand, Sight sight, Customer customer) {
        return new CustomerDetail(
                summary(brand, customer),
                identities.of(brand, births(brand, customer.id())).stream()
                        .map(one -> new CustomerDetail.KnownIdentity(one.key(), one.createdAt()))
                        .toList(),
                relationships.of(brand, births(brand, customer.id())).stream()
                        .filter(one -> new InMemorySight(relationships, accounts).over(brand, sight, one.account()))
                        .map(one -> followed(brand, one))
                        .toList(),
                tagsOf(brand, customer.id()).stream()
                        .map(tag -> new CustomerDetail.SetTag(tag.publicId(), tag.group(), tag.name()))
                        .toList(),
                wishes.optOutsOf(brand, customer.id()).stream()
                        .map(one -> new CustomerDetail.OptedOut(one.touchpoint(), one.since()))
                        .toList(),
                graph.conflicts(brand, new Sight.Everything(), 0, Integer.MAX_VALUE).stream()
                        .flatMap(one -> conflict(brand, sight, customer, one).stream())
                        .toList());
    }

    private Optional<CustomerDetail.Conflict> conflict(
            BrandId brand, Sight sight, Customer customer, IdentityConflict one) {
        var low = identities.find(brand, one.pair().low()).orElseThrow();
        var high = identities.find(brand, one.pair().high()).orElseThrow();
        var mine = births(brand, customer.id());
        var other = mine.contains(low.birthCustomer()) ? high : low;
        var whose = graph.of(brand, List.of(other.birthCustomer())).get(other.birthCustomer());
        return (mine.contains(low.birthCustomer()) || mine.contains(high.birthCustomer()))
                        && whose != null
                        && sees(brand, sight, whose)
                ? customers
                        .find(brand, whose)
                        .map(found -> new CustomerDetail.Conflict(
                                one.publicId(), other.key(), one.reason(), found.publicId(), one.at()))
                : Optional.empty();
    }

    private CustomerDetail.Followed followed(BrandId brand, Relationship one) {
        var account = accounts.find(brand, one.account()).orElseThrow();
        var holder = staff.find(brand, account.staff()).orElseThrow();
        var projection = trust.projected(one.id());
        return new CustomerDetail.Followed(
                one,
                account.publicId(),
                account.name(),
                account.address(),
                account.channel(),
                holder.publicId(),
                holder.name(),
                null,
                null,
                projection.map(each -> each.trust()).orElse(0.0),
                projection.map(each -> each.social()).orElse(0.0));
    }

    @Override
    public List<TimelineEntry> timeline(
            BrandId brand, Sight sight, CustomerId customer, @Nullable Mark before, int atMost) {
        var cut = new InMemorySight(relationships, accounts);
        Comparator<TimelineEntry> order = Comparator.comparing(TimelineEntry::at)
                .reversed()
                .thenComparing(TimelineEntry::kind)
                .thenComparingLong(TimelineEntry::number);
        return Stream.of(
                        relationships.of(brand, List.of(customer)).stream()
                                .filter(one -> cut.over(brand, sight, one.account()))
                                .map(one -> entry(
                                        one.addedAt(),
                                        TimelineEntry.Kind.RELATIONSHIP_BEGAN,
                                        one.id().value(),
                                        one.publicId(),
                                        "account")),
                        interactions.of(brand, customer).stream()
                                .filter(one -> cut.over(brand, sight, one.account()))
                                .map(one -> entry(
                                        one.occurredAt(),
                                        TimelineEntry.Kind.INTERACTION,
                                        one.id(),
                                        one.publicId(),
                                        one.kind().code())),
                        orders.of(brand, List.of(customer)).stream()
                                .map(one -> new TimelineEntry(
                                        one.paidAt(),
                                        TimelineEntry.Kind.ORDER,
                                        one.id(),
                                        one.publicId(),
                                        one.salesChannel(),
                                        one.key().value(),
                                        one.amountMinor())),
                        tags.noted(brand).stream()
                                .filter(one -> one.assignment().customer().equals(customer))
                                .map(one -> entry(
                                        one.at(),
                                        one.set() ? TimelineEntry.Kind.TAG_SET : TimelineEntry.Kind.TAG_UNSET,
                                        one.id(),
                                        tags.findAll(
                                                        brand,
                                                        List.of(one.assignment().tag()))
                                                .getFirst()
                                                .publicId(),
                                        "tag")))
                .flatMap(each -> each)
                .sorted(order)
                .filter(one -> before == null
                        || order.compare(one, entry(before.at(), before.kind(), before.number(), null, "")) > 0)
                .limit(atMost)
                .toList();
    }

    private static TimelineEntry entry(
            Instant at, TimelineEntry.Kind kind, long number, @Nullable PublicId id, String subject) {
        return new TimelineEntry(at, kind, number, id, subject, null, null);
    }
}
