package cn.siyu.application.sop.port;

import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.Enrolment;
import cn.siyu.domain.sop.Enrolment.Progress;
import cn.siyu.domain.sop.EnrolmentId;
import cn.siyu.domain.sop.SopId;
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
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/// Enrolments in memory.
public final class InMemoryEnrolments implements Enrolments {
    private final InMemoryStore.Table<InMemoryStore.Key, Stored> table;
    private final BiPredicate<CustomerId, Sight> serves;
    private final BiPredicate<RelationshipId, Sight> within;

    /// @param parked put aside since its SOP is paused
    private record Stored(Enrolment enrolment, boolean parked) {
        Progress.Active active() {
            return (Progress.Active) enrolment.progress();
        }
    }

    /// @param serves whether a sight sees a customer
    /// @param within whether it sees a relationship's account
    public InMemoryEnrolments(
            InMemoryStore store, BiPredicate<CustomerId, Sight> serves, BiPredicate<RelationshipId, Sight> within) {
        this.table = store.table();
        this.serves = serves;
        this.within = within;
    }

    private static InMemoryStore.Key key(BrandId brand, EnrolmentId id) {
        return new InMemoryStore.Key(brand, id.value());
    }

    /// Whether a sight sees a customer.
    public boolean serves(Sight sight, CustomerId customer) {
        return sight.everything() || serves.test(customer, sight);
    }

    /// All enrolments of a brand, by number.
    public List<Enrolment> all(BrandId brand) {
        return stream(brand).toList();
    }

    private Stream<Enrolment> stream(BrandId brand) {
        return table.of(brand).map(Stored::enrolment);
    }

    @Override
    public Set<EnrolmentId> add(BrandId brand, List<Enrolment> enrolments) {
        Set<EnrolmentId> added = new HashSet<>();
        for (Enrolment each : enrolments) {
            boolean in = stream(brand)
                    .anyMatch(other -> other.active()
                            && other.sop().equals(each.sop())
                            && other.customer().equals(each.customer()));
            if (!in) {
                table.rows().put(key(brand, each.id()), new Stored(each, false));
                added.add(each.id());
            }
        }
        return added;
    }

    private Stream<Stored> waiting(BrandId brand) {
        return table.of(brand)
                .filter(row -> row.enrolment().active() && !row.parked())
                .sorted(Comparator.comparing((Stored row) -> row.active().dueAt())
                        .thenComparingLong(row -> row.enrolment().id().value()));
    }

    @Override
    public List<Enrolment> takeDue(BrandId brand, Instant now, int atMost) {
        return waiting(brand)
                .filter(row -> !row.active().dueAt().isAfter(now))
                .limit(atMost)
                .map(Stored::enrolment)
                .toList();
    }

    @Override
    public Optional<Instant> nextDueAt(BrandId brand) {
        return waiting(brand).map(row -> row.active().dueAt()).findFirst();
    }

    @Override
    public void replace(BrandId brand, List<Enrolment> enrolments) {
        for (Enrolment each : enrolments) {
            var stored = Objects.requireNonNull(table.rows().get(key(brand, each.id())));
            if (stored.enrolment().epoch() + 1 != each.epoch()) {
                throw new StaleAggregate("enrolment", each.id().value());
            }
            table.rows().put(key(brand, each.id()), new Stored(each, false));
        }
    }

    @Override
    public void park(BrandId brand, Collection<EnrolmentId> ids) {
        ids.forEach(id -> table.rows().computeIfPresent(key(brand, id), (_, row) -> new Stored(row.enrolment(), true)));
    }

    @Override
    public void unpark(BrandId brand, SopId sop) {
        table.rows()
                .replaceAll((key, row) ->
                        key.brand().equals(brand) && row.enrolment().sop().equals(sop)
                                ? new Stored(row.enrolment(), false)
                                : row);
    }

    @Override
    public List<Enrolment> running(BrandId brand, Collection<CustomerId> customers) {
        return stream(brand)
                .filter(each -> each.active() && customers.contains(each.customer()))
                .toList();
    }

    @Override
    public List<Enrolment> withoutGoal(BrandId brand, Collection<CustomerId> customers, Instant enrolledSince) {
        return stream(brand)
                .filter(each -> customers.contains(each.customer()) && each.goalAt() == null)
                .filter(each -> each.active() || !each.enrolledAt().isBefore(enrolledSince))
                .toList();
    }

    @Override
    public Map<SopId, Instant> lastEnrolled(BrandId brand, CustomerId customer) {
        Map<SopId, Instant> last = new HashMap<>();
        stream(brand)
                .filter(each -> each.customer().equals(customer))
                .forEach(each -> last.merge(each.sop(), each.enrolledAt(), (a, b) -> a.isAfter(b) ? a : b));
        return last;
    }

    @Override
    public Optional<Enrolment> byPublicId(BrandId brand, PublicId id) {
        return stream(brand).filter(each -> each.publicId().equals(id)).findFirst();
    }

    @Override
    public List<Enrolment> page(BrandId brand, Filter filter, long after, int atMost) {
        return stream(brand)
                .filter(each -> each.id().value() > after && fits(each, filter))
                .limit(atMost)
                .toList();
    }

    private boolean fits(Enrolment each, Filter filter) {
        var sop = filter.sop();
        var customer = filter.customer();
        var state = filter.state();
        var sight = filter.sight();
        return (sop == null || sop.equals(each.sop()))
                && (customer == null || customer.equals(each.customer()))
                && (state == null || state.equals(state(each)))
                && serves(sight, each.customer())
                && (sight.everything() || each.relationship() == null || within.test(each.relationship(), sight));
    }

    private static String state(Enrolment each) {
        return switch (each.progress()) {
            case Progress.Active _ -> "ACTIVE";
            case Progress.Completed _ -> "COMPLETED";
            case Progress.Exited _ -> "EXITED";
        };
    }
}
