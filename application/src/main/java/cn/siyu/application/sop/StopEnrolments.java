package cn.siyu.application.sop;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.sop.port.Enrolments;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.Enrolment;
import cn.siyu.domain.sop.Enrolment.ExitReason;
import cn.siyu.domain.sop.SopDefinition;
import cn.siyu.domain.sop.SopDefinition.Exit;
import cn.siyu.domain.sop.SopId;
import cn.siyu.domain.sop.SopVersionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Ends enrolments from outside: because the goal was reached, the customer was lost or opted out,
/// or by hand. It makes no difference whether a step is due or the customer waits.
///
/// But for [#byHand], all run inside the caller's transaction.
public final class StopEnrolments {
    /// No definition's goal has a longer window.
    private static final Duration LONGEST = Duration.ofDays(365);

    private final Enrolments enrolments;
    private final Definitions definitions;
    private final EnrolmentWitness witness;
    private final Persons persons;
    private final UnitOfWork work;
    private final BrandClock clock;

    public StopEnrolments(
            Enrolments enrolments,
            Definitions definitions,
            EnrolmentWitness witness,
            Persons persons,
            UnitOfWork work,
            BrandClock clock) {
        this.enrolments = enrolments;
        this.definitions = definitions;
        this.witness = witness;
        this.persons = persons;
        this.work = work;
        this.clock = clock;
    }

    /// A customer did what may be the goal of an SOP.
    ///
    /// @param goalKind such as `PURCHASE`
    /// @param at when it happened
    public void goalReached(BrandId brand, CustomerId customer, String goalKind, Instant at) {
        goalsReached(brand, Map.of(customer, at), goalKind);
    }

    /// Customers did what may be the goal of an SOP, each at a moment.
    public void goalsReached(BrandId brand, Map<CustomerId, Instant> reached, String goalKind) {
        if (reached.isEmpty()) {
            return;
        }
        var births = new HashMap<CustomerId, Instant>();
        persons.births(brand, reached.keySet())
                .forEach((customer, theirs) -> theirs.forEach(birth ->
                        births.merge(birth, reached.get(customer), (one, other) -> one.isBefore(other) ? one : other)));
        Instant earliest = reached.values().stream().min(Instant::compareTo).orElseThrow();
        var candidates = enrolments.withoutGoal(brand, reached.keySet(), earliest.minus(LONGEST));
        change(brand, candidates, (enrolment, definition) -> {
            var goal = definition.goal();
            return goal == null || !goal.kind().name().equals(goalKind)
                    ? enrolment
                    : enrolment.reached(goal, Objects.requireNonNull(births.get(enrolment.customer())));
        });
    }

    /// A customer has no live relationship left.
    public void lost(BrandId brand, CustomerId customer, Instant at) {
        exit(brand, List.of(customer), Exit.LOSS, ExitReason.LOSS, at);
    }

    /// A customer opted out of something.
    public void optedOut(BrandId brand, CustomerId customer, Instant at) {
        exit(brand, List.of(customer), Exit.OPT_OUT, ExitReason.OPT_OUT, at);
    }

    /// Customers were put on the blacklist (黑名单): whatever runs for them ends, whether the SOP
    /// says so or not.
    public void blacklisted(BrandId brand, Collection<CustomerId> people, Instant at) {
        store(
                brand,
                enrolments.running(brand, people).stream()
                        .map(enrolment -> enrolment.exited(ExitReason.BLACKLISTED, at))
                        .toList());
    }

    /// A customer has moved on to another relationship (迁移): what runs about the old one ends.
    public void movedOn(BrandId brand, CustomerId customer, RelationshipId from, Instant at) {
        store(
                brand,
                enrolments.running(brand, List.of(customer)).stream()
                        .filter(enrolment -> from.equals(enrolment.relationship()))
                        .map(enrolment -> enrolment.exited(ExitReason.MOVED_ON, at))
                        .toList());
    }

    /// Customers turned out to be one person: of several enrolments in one SOP the oldest goes on,
    /// the others end. Inside the caller's transaction.
    public void merged(BrandId brand, Collection<CustomerId> people, Instant at) {
        var seen = new HashSet<Place>();
        var one = persons.of(
                brand,
                enrolments.running(brand, people).stream()
                        .map(Enrolment::customer)
                        .toList());
        var running = enrolments.running(brand, people).stream()
                .sorted(Comparator.comparing(Enrolment::enrolledAt)
                        .thenComparingLong(enrolment -> enrolment.id().value()))
                .filter(enrolment -> !seen.add(new Place(one.get(enrolment.customer()), enrolment.sop())))
                .map(enrolment -> enrolment.exited(ExitReason.MERGED, at))
                .toList();
        store(brand, running);
    }

    private record Place(@Nullable CustomerId person, SopId sop) {}

    private void exit(BrandId brand, Collection<CustomerId> customers, Exit exit, ExitReason reason, Instant at) {
        change(
                brand,
                enrolments.running(brand, customers),
                (enrolment, definition) ->
                        definition.exits().contains(exit) ? enrolment.exited(reason, at) : enrolment);
    }

    /// What came of stopping one by hand.
    public sealed interface Outcome {
        /// It is stopped.
        record Stopped(Enrolment enrolment) implements Outcome {}

        /// It had ended before.
        record Over(Enrolment enrolment) implements Outcome {}

        /// There is no such enrolment.
        record Unknown() implements Outcome {}
    }

    /// Somebody stops one; whether they see it was asked before.
    Outcome byHand(BrandId brand, PublicId id) {
        return work.inTransaction(() -> {
            var found = enrolments.byPublicId(brand, id);
            if (found.isEmpty()) {
                return new Outcome.Unknown();
            }
            var running = enrolments.running(brand, List.of(found.get().customer())).stream()
                    .filter(each -> each.id().equals(found.get().id()))
                    .toList();
            if (running.isEmpty()) {
                return new Outcome.Over(enrolments.byPublicId(brand, id).orElseThrow());
            }
            var stopped = running.getFirst().exited(ExitReason.STOPPED, clock.now(brand));
            store(brand, List.of(stopped));
            return new Outcome.Stopped(stopped);
        });
    }

    private void change(BrandId brand, List<Enrolment> all, BiFunction<Enrolment, SopDefinition, Enrolment> decision) {
        Map<SopVersionId, SopDefinition> known =
                definitions.of(brand, all.stream().map(Enrolment::version).collect(Collectors.toSet()));
        List<Enrolment> changed = new ArrayList<>();
        for (Enrolment enrolment : all) {
            var after = decision.apply(enrolment, Objects.requireNonNull(known.get(enrolment.version())));
            if (after.epoch() != enrolment.epoch()) {
                changed.add(after);
            }
        }
        store(brand, changed);
    }

    private void store(BrandId brand, List<Enrolment> changed) {
        if (changed.isEmpty()) {
            return;
        }
        enrolments.replace(brand, changed);
        List<Enrolment> ended = changed.stream()
                .filter(each -> each.progress() instanceof Enrolment.Progress.Exited)
                .toList();
        if (!ended.isEmpty()) {
            witness.ended(brand, ended, clock.now(brand));
        }
    }
}
