package cn.siyu.application.customer.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.lifecycle.LifecycleFacts;
import cn.siyu.domain.customer.lifecycle.Stage;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Standings in memory, read from facts that are kept elsewhere.
public final class InMemoryLifecycles implements Lifecycles {
    private final BiFunction<BrandId, CustomerId, LifecycleFacts> facts;
    private final InMemoryStore.Table<Long, Row> table;
    private final InMemoryStore.Table<Long, Moved> moves;
    private final InMemoryStore.Table<Integer, Round> rounds;

    private record Row(BrandId brand, CustomerId customer, Standing standing) {}

    /// Without a standing, a customer stands at the entrance since ever.
    ///
    /// @param facts the facts of one customer
    public InMemoryLifecycles(InMemoryStore store, BiFunction<BrandId, CustomerId, LifecycleFacts> facts) {
        this.facts = facts;
        this.table = store.table();
        this.moves = store.table();
        this.rounds = store.table();
    }

    /// The changes of stage of a customer, oldest first.
    public List<Moved> moves(CustomerId customer) {
        return moves.rows().values().stream()
                .filter(move -> move.customer().equals(customer))
                .toList();
    }

    @Override
    public void lock(BrandId brand, Collection<CustomerId> customers) {
        // a store in memory runs one transaction at a time
    }

    @Override
    public Map<CustomerId, LifecycleFacts> facts(BrandId brand, Collection<CustomerId> customers) {
        var all = new HashMap<CustomerId, LifecycleFacts>();
        customers.forEach(customer -> all.put(customer, facts.apply(brand, customer)));
        return all;
    }

    @Override
    public Map<CustomerId, Standing> standings(BrandId brand, Collection<CustomerId> customers) {
        var standings = new HashMap<CustomerId, Standing>();
        for (CustomerId customer : customers) {
            var row = table.rows().get(customer.value());
            standings.put(
                    customer,
                    row == null ? new Standing(Stage.ENTRANCE, Instant.EPOCH, false, false, null) : row.standing());
        }
        return standings;
    }

    @Override
    public void keep(BrandId brand, Map<CustomerId, Standing> standings) {
        standings.forEach(
                (customer, standing) -> table.rows().put(customer.value(), new Row(brand, customer, standing)));
    }

    @Override
    public void note(BrandId brand, Collection<Moved> changes) {
        changes.forEach(change -> moves.rows().put(change.id(), change));
    }

    private Stream<Row> waiting(BrandId brand) {
        return table.rows().values().stream()
                .filter(row -> row.brand().equals(brand) && row.standing().dueAt() != null);
    }

    private static Instant dueAt(Row row) {
        return Objects.requireNonNull(row.standing().dueAt());
    }

    @Override
    public List<CustomerId> due(BrandId brand, Instant now, int atMost) {
        return waiting(brand)
                .filter(row -> !dueAt(row).isAfter(now))
                .sorted(Comparator.comparing(InMemoryLifecycles::dueAt))
                .limit(atMost)
                .map(Row::customer)
                .toList();
    }

    @Override
    public Optional<Instant> nextDueAt(BrandId brand) {
        return waiting(brand).map(InMemoryLifecycles::dueAt).min(Comparator.naturalOrder());
    }

    @Override
    public List<CustomerId> people(BrandId brand, long after, int atMost) {
        return table.rows().tailMap(after, false).values().stream()
                .filter(row -> row.brand().equals(brand))
                .limit(atMost)
                .map(Row::customer)
                .toList();
    }

    @Override
    public Optional<Round> round(BrandId brand) {
        return Optional.ofNullable(rounds.rows().get(brand.value()));
    }

    @Override
    public boolean save(BrandId brand, @Nullable Round before, Round next) {
        if (!Objects.equals(rounds.rows().get(brand.value()), before)) {
            return false;
        }
        rounds.rows().put(brand.value(), next);
        return true;
    }
}
