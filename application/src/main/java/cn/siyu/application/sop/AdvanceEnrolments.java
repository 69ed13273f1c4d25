package cn.siyu.application.sop;

import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.sop.port.Enrolments;
import cn.siyu.application.sop.port.Sops;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.sop.Enrolment;
import cn.siyu.domain.sop.Enrolment.ExitReason;
import cn.siyu.domain.sop.Enrolment.Progress;
import cn.siyu.domain.sop.EnrolmentId;
import cn.siyu.domain.sop.Journey;
import cn.siyu.domain.sop.SopDefinition;
import cn.siyu.domain.sop.SopId;
import cn.siyu.domain.sop.SopVersionId;
import cn.siyu.domain.sop.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The engine of SOPs: takes due enrolments in chunks, carries out one step of each, and stores the
/// next.
///
/// A chunk is one transaction: whatever its steps write and where its enrolments stand then is kept
/// together or not at all, so that a chunk that is cut off is repeated as if it had never been
/// begun. Nothing is called in it; what has to be sent is planned and sent afterwards.
public final class AdvanceEnrolments {
    /// As many enrolments as one transaction takes.
    public static final int CHUNK = 5_000;

    private final Enrolments enrolments;
    private final Sops sops;
    private final Definitions definitions;
    private final StoreSteps stores;
    private final StepSends sends;
    private final StepTags tags;
    private final StepOrders orders;
    private final Zones zones;
    private final EnrolmentWitness witness;
    private final UnitOfWork work;

    public AdvanceEnrolments(
            Enrolments enrolments,
            Sops sops,
            Definitions definitions,
            StoreSteps stores,
            StepSends sends,
            StepTags tags,
            StepOrders orders,
            Zones zones,
            EnrolmentWitness witness,
            UnitOfWork work) {
        this.enrolments = enrolments;
        this.sops = sops;
        this.definitions = definitions;
        this.stores = stores;
        this.sends = sends;
        this.tags = tags;
        this.orders = orders;
        this.zones = zones;
        this.witness = witness;
        this.work = work;
    }

    /// Carries out a step of some that are due, in the order of (due, number).
    ///
    /// @return how many were taken; 0 if none was due
    public int runDue(BrandId brand, Instant now, int atMost) {
        return work.inTransaction(() -> advance(brand, now, Math.min(atMost, CHUNK)));
    }

    /// When the next step is due.
    public Optional<Instant> nextDueAt(BrandId brand) {
        return enrolments.nextDueAt(brand);
    }

    private int advance(BrandId brand, Instant now, int atMost) {
        List<Enrolment> taken = enrolments.takeDue(brand, now, atMost);
        if (taken.isEmpty()) {
            return 0;
        }
        List<Enrolment> moving = withoutPaused(brand, taken);
        Map<SopVersionId, SopDefinition> known =
                definitions.of(brand, moving.stream().map(Enrolment::version).collect(Collectors.toSet()));
        List<DueStep> due = moving.stream()
                .map(each -> DueStep.of(each, Objects.requireNonNull(known.get(each.version()))))
                .toList();
        var fitted = stores.fit(brand, due);
        var taking = fitted.due().stream()
                .filter(each -> !fitted.leftOut().contains(each.enrolment().id()))
                .toList();
        var done = carryOut(brand, taking, now);
        var moved = new ArrayList<>(moved(brand, taking, done, now));
        due.stream()
                .map(DueStep::enrolment)
                .filter(each -> fitted.leftOut().contains(each.id()))
                .forEach(each -> moved.add(each.exited(ExitReason.LEFT_OUT_BY_STORE, now)));
        store(brand, moved, now);
        return taken.size();
    }

    private List<Enrolment> withoutPaused(BrandId brand, List<Enrolment> taken) {
        Set<SopId> paused =
                sops.lockPaused(brand, taken.stream().map(Enrolment::sop).collect(Collectors.toSet()));
        if (paused.isEmpty()) {
            return taken;
        }
        enrolments.park(
                brand,
                taken.stream()
                        .filter(each -> paused.contains(each.sop()))
                        .map(Enrolment::id)
                        .toList());
        return taken.stream().filter(each -> !paused.contains(each.sop())).toList();
    }

    /// What carrying out steps came to.
    ///
    /// @param over when each step was over, if not now
    /// @param left who isn't in the audience any more
    record Done(Map<EnrolmentId, Instant> over, Set<EnrolmentId> left) {}

    private Done carryOut(BrandId brand, List<DueStep> due, Instant now) {
        List<DueStep> sending = new ArrayList<>();
        List<DueStep> tagging = new ArrayList<>();
        List<DueStep> ordering = new ArrayList<>();
        for (DueStep each : due) {
            switch (each.definition().step(each.step()).orElse(null)) {
                case Step.Send _ -> sending.add(each);
                case Step.Tag _ -> tagging.add(each);
                case Step.Task _ -> ordering.add(each);
                case Step.WaitFor _, Step.WaitUntil _ -> throw new IllegalStateException("waits are folded");
                case null -> {}
            }
        }
        tags.carryOut(brand, tagging, now);
        orders.carryOut(brand, ordering, now);
        return sends.carryOut(brand, sending, now);
    }

    private List<Enrolment> moved(BrandId brand, List<DueStep> due, Done done, Instant now) {
        var clocks = zones.of(brand, due);
        List<Enrolment> moved = new ArrayList<>(due.size());
        for (DueStep each : due) {
            var enrolment = each.enrolment();
            if (done.left().contains(enrolment.id())) {
                moved.add(enrolment.exited(ExitReason.NOT_IN_AUDIENCE, now));
                continue;
            }
            Instant over = done.over().getOrDefault(enrolment.id(), now);
            var zone = clocks.zone(enrolment.customer());
            var next = Journey.from(each.definition(), each.step() + 1, over, enrolment.enrolledAt(), zone);
            boolean last = next.step() >= each.definition().steps().size()
                    && !next.dueAt().isAfter(now);
            moved.add(last ? enrolment.completed(now) : enrolment.waiting(next));
        }
        return moved;
    }

    private void store(BrandId brand, List<Enrolment> moved, Instant now) {
        enrolments.replace(brand, moved);
        List<Enrolment> ended = moved.stream()
                .filter(each -> each.progress() instanceof Progress.Exited)
                .toList();
        if (!ended.isEmpty()) {
            witness.ended(brand, ended, now);
        }
    }
}
