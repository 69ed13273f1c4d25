package cn.siyu.application.trust.port;

import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.trust.alert.RelationshipAlert;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Alerts in memory, over relationships and customers kept elsewhere.
public final class InMemoryTrustAlerts implements TrustAlerts {
    private final Relationships relationships;
    private final Customers customers;
    private final InMemoryTrustLedger ledger;
    private final Function<ChannelAccountId, Holder> holders;
    private final InMemoryStore.Table<InMemoryStore.Key, RelationshipAlert> table;
    private final InMemoryStore.Table<Integer, Round> rounds;

    /// Who holds an account.
    public record Holder(
            PublicId account,
            String name,
            StaffId staff,
            PublicId staffId,
            DepartmentId department,
            PublicId departmentId) {}

    public InMemoryTrustAlerts(
            InMemoryStore store,
            Relationships relationships,
            Customers customers,
            InMemoryTrustLedger ledger,
            Function<ChannelAccountId, Holder> holders) {
        this.relationships = relationships;
        this.customers = customers;
        this.ledger = ledger;
        this.holders = holders;
        this.table = store.table();
        this.rounds = store.table();
    }

    @Override
    public int add(BrandId brand, List<RelationshipAlert> alerts) {
        int added = 0;
        for (var alert : alerts) {
            boolean stands = table.of(brand)
                    .anyMatch(one -> one.standing()
                            && one.kind() == alert.kind()
                            && one.relationship().equals(alert.relationship()));
            if (!stands) {
                table.rows().put(new InMemoryStore.Key(brand, alert.id()), alert);
                added++;
            }
        }
        return added;
    }

    @Override
    public List<RelationshipAlert> standing(BrandId brand, Collection<RelationshipId> wanted) {
        return table.of(brand)
                .filter(one -> one.standing() && wanted.contains(one.relationship()))
                .toList();
    }

    @Override
    public List<RelationshipAlert> standingOfEnded(BrandId brand, int atMost) {
        return table.of(brand)
                .filter(one -> one.standing()
                        && relationships.find(brand, one.relationship()).stream()
                                .noneMatch(Relationship::live))
                .limit(atMost)
                .toList();
    }

    @Override
    public void replace(BrandId brand, List<RelationshipAlert> alerts) {
        for (var alert : alerts) {
            var key = new InMemoryStore.Key(brand, alert.id());
            var old = table.rows().get(key);
            if (old == null || old.version() != alert.version() - 1) {
                throw new StaleAggregate("trust alert", alert.id());
            }
            table.rows().put(key, alert);
        }
    }

    @Override
    public Optional<View> byPublicId(BrandId brand, Sight sight, PublicId id) {
        return seen(brand, sight)
                .filter(view -> view.alert().publicId().equals(id))
                .findFirst();
    }

    @Override
    public List<View> page(BrandId brand, Filter filter, long before, int atMost) {
        return seen(brand, filter.sight())
                .filter(view -> view.alert().id() < before)
                .filter(view -> filter.states().isEmpty()
                        || filter.states().contains(view.alert().state()))
                .filter(view -> filter.kinds().isEmpty()
                        || filter.kinds().contains(view.alert().kind()))
                .filter(view -> matches(filter.staff(), view.staff()))
                .filter(view -> matches(filter.department(), view.department()))
                .filter(view -> matches(filter.customer(), view.customer()))
                .sorted(Comparator.comparingLong((View view) -> view.alert().id())
                        .reversed())
                .limit(atMost)
                .toList();
    }

    private static boolean matches(@Nullable PublicId wanted, PublicId is) {
        return wanted == null || wanted.equals(is);
    }

    private Stream<View> seen(BrandId brand, Sight sight) {
        return table.of(brand)
                .map(alert -> view(brand, alert))
                .filter(view -> held(brand, sight, view) && customerSeen(brand, sight, view));
    }

    private boolean held(BrandId brand, Sight sight, View view) {
        return sight.everything()
                || relationships
                        .byPublicId(brand, view.relationship())
                        .map(one -> holders.apply(one.account()))
                        .filter(one -> sight.held(one.staff(), one.department()))
                        .isPresent();
    }

    private boolean customerSeen(BrandId brand, Sight sight, View view) {
        return sight.everything()
                || relationships.of(brand, List.of(view.alert().customer())).stream()
                        .filter(Relationship::live)
                        .map(one -> holders.apply(one.account()))
                        .anyMatch(one -> sight.held(one.staff(), one.department()));
    }

    private View view(BrandId brand, RelationshipAlert alert) {
        var relationship = relationships.find(brand, alert.relationship()).orElseThrow();
        var customer = customers.find(brand, relationship.customer()).orElseThrow();
        var holder = holders.apply(relationship.account());
        return new View(
                alert,
                customer.publicId(),
                customer.nickname(),
                relationship.publicId(),
                relationship.live(),
                holder.account(),
                holder.name(),
                holder.staffId(),
                holder.staff(),
                holder.departmentId());
    }

    @Override
    public List<CustomerId> people(BrandId brand, long after, int atMost) {
        return ledger.withTrust(brand).stream()
                .filter(one -> one.value() > after)
                .limit(atMost)
                .toList();
    }

    @Override
    public Optional<Round> round(BrandId brand) {
        return Optional.ofNullable(rounds.rows().get(brand.value()));
    }

    @Override
    public boolean save(BrandId brand, @Nullable Round before, Round next) {
        boolean same = round(brand).equals(Optional.ofNullable(before));
        if (same) {
            rounds.rows().put(brand.value(), next);
        }
        return same;
    }
}
