package cn.siyu.application.customer;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.customer.port.Lifecycles;
import cn.siyu.application.customer.port.Lifecycles.Moved;
import cn.siyu.application.customer.port.Lifecycles.Standing;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.identity.Regrouped;
import cn.siyu.domain.customer.lifecycle.Lifecycle;
import cn.siyu.domain.customer.lifecycle.LifecycleFacts;
import cn.siyu.domain.customer.lifecycle.LifecycleReading;
import cn.siyu.domain.customer.lifecycle.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the stages of customers from their facts anew (生命周期判定): whenever facts came in, and
/// when a stage changes by itself because a return window passed or silence became dormancy.
public final class ReviseStage implements CustomerWitness {
    private static final int CHUNK = 500;

    private final UnitOfWork work;
    private final Brands brands;
    private final BrandClock clock;
    private final Lifecycles lifecycles;
    private final LifecyclePolicies policies;
    private final PriorInForce prior;
    private final Persons persons;
    private final IdSource ids;

    public ReviseStage(
            UnitOfWork work,
            Brands brands,
            BrandClock clock,
            Lifecycles lifecycles,
            LifecyclePolicies policies,
            PriorInForce prior,
            Persons persons,
            IdSource ids) {
        this.work = work;
        this.brands = brands;
        this.clock = clock;
        this.lifecycles = lifecycles;
        this.policies = policies;
        this.prior = prior;
        this.persons = persons;
        this.ids = ids;
    }

    @Override
    public void changed(BrandId brand, @Nullable Relationship before, Relationship after) {
        revise(brand, List.of(after.customer()), clock.now(brand));
    }

    @Override
    public void changed(BrandId brand, List<Change> changes) {
        var customers = new LinkedHashSet<CustomerId>();
        changes.forEach(change -> customers.add(change.after().customer()));
        revise(brand, customers, clock.now(brand));
    }

    @Override
    public void regrouped(BrandId brand, List<Regrouped> regrouped) {
        var persons = new LinkedHashSet<CustomerId>();
        regrouped.forEach(one -> persons.addAll(List.of(one.was(), one.is())));
        revise(brand, persons, clock.now(brand), false);
    }

    /// Reads the stages of the people that customers are anew, inside the caller's transaction.
    ///
    /// @param now on the brand's clock
    public void revise(BrandId brand, Collection<CustomerId> customers, Instant now) {
        revise(brand, customers, now, true);
    }

    /// As [#revise], but what changes is no move of the customer: it is read by other rules than
    /// before.
    void reread(BrandId brand, Collection<CustomerId> customers, Instant now) {
        revise(brand, customers, now, false);
    }

    /// @param moved whether a stage that is another than before counts as a move of the customer;
    ///     it doesn't where it became known who the customer is
    private void revise(BrandId brand, Collection<CustomerId> customers, Instant now, boolean moved) {
        if (customers.isEmpty()) {
            return;
        }
        var persons = this.persons.distinct(brand, customers);
        lifecycles.lock(brand, persons);
        var lifecycle = lifecycle(brand, now);
        var facts = lifecycles.facts(brand, persons);
        var readings = new HashMap<CustomerId, Standing>();
        var moves = new ArrayList<Moved>();
        lifecycles.standings(brand, persons).forEach((customer, was) -> {
            var known = facts.getOrDefault(customer, LifecycleFacts.none());
            var reading = lifecycle.read(known, now);
            var move = move(lifecycle, customer, known, was, reading, now);
            move.ifPresent(moves::add);
            readings.put(customer, standing(was, reading, move));
        });
        lifecycles.keep(brand, readings);
        if (moved) {
            lifecycles.note(brand, moves);
        }
    }

    /// Revises whose stage changes by itself.
    ///
    /// @param atMost how many customers at most
    /// @return how many were revised
    public int runDue(BrandId brand, Instant now, int atMost) {
        int done = 0;
        while (done < atMost) {
            int room = Math.min(CHUNK, atMost - done);
            int revised = work.inTransaction(() -> reviseDue(brand, now, room));
            if (revised == 0) {
                return done;
            }
            done += revised;
        }
        return done;
    }

    /// When the next stage changes by itself; empty if none does.
    public Optional<Instant> nextDueAt(BrandId brand) {
        return lifecycles.nextDueAt(brand);
    }

    private int reviseDue(BrandId brand, Instant now, int room) {
        var due = lifecycles.due(brand, now, room);
        revise(brand, due, now);
        return due.size();
    }

    private Lifecycle lifecycle(BrandId brand, Instant now) {
        var policy = policies.inForce(brand, now);
        var zone = brands.find(brand).orElseThrow().zone();
        return new Lifecycle(policy, prior.of(brand, policy), zone);
    }

    private Optional<Moved> move(
            Lifecycle lifecycle,
            CustomerId customer,
            LifecycleFacts facts,
            Standing was,
            LifecycleReading reading,
            Instant now) {
        var stage = stageOf(reading);
        if (stage == was.stage()) {
            return Optional.empty();
        }
        var history = lifecycle.history(facts, now);
        var cause = history.isEmpty() ? "IDENTITY_KNOWN" : history.getLast().cause();
        var at = history.isEmpty() ? now : history.getLast().at();
        return Optional.of(new Moved(ids.next(), customer, was.stage(), stage, cause, at));
    }

    private static Standing standing(Standing was, LifecycleReading reading, Optional<Moved> move) {
        return new Standing(
                stageOf(reading),
                move.map(Moved::at).orElse(was.since()),
                reading.dormantSince().isPresent(),
                reading.lost(),
                reading.dueAt().orElse(null));
    }

    /// A customer without any fact left is at the entrance: it is known, or it would not be here.
    private static Stage stageOf(LifecycleReading reading) {
        var stage = reading.stage();
        return stage == null ? Stage.ENTRANCE : stage;
    }
}
