package cn.siyu.application.graduation;

import cn.siyu.application.contact.SendRequest;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.Reachability;
import cn.siyu.application.contact.port.Wanted;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.sop.EnrolOne;
import cn.siyu.application.sop.StopEnrolments;
import cn.siyu.application.task.CancelHandWork;
import cn.siyu.application.trust.CarryTrust;
import cn.siyu.application.trust.ReadTrust;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.graduation.Candidate;
import cn.siyu.domain.graduation.Program;
import cn.siyu.domain.task.TaskId;
import cn.siyu.domain.trust.policy.CarryReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Follows invitations to their end (邀请结果): whoever became a contact of one of the program's
/// accounts has accepted, and what was built up goes along; whoever did not come in time has let it
/// expire. Inside the caller's transaction.
public final class FollowCandidates {
    private final Relationships relationships;
    private final Persons persons;
    private final ReadTrust trust;
    private final CarryTrust carry;
    private final StopEnrolments stop;
    private final EnrolOne enrol;
    private final Reachability reachability;
    private final CancelHandWork cancel;

    public FollowCandidates(
            Relationships relationships,
            Persons persons,
            ReadTrust trust,
            CarryTrust carry,
            StopEnrolments stop,
            EnrolOne enrol,
            Reachability reachability,
            CancelHandWork cancel) {
        this.relationships = relationships;
        this.persons = persons;
        this.trust = trust;
        this.carry = carry;
        this.stop = stop;
        this.enrol = enrol;
        this.reachability = reachability;
        this.cancel = cancel;
    }

    /// Follows.
    ///
    /// @return all of them as they are then
    List<Candidate> follow(BrandId brand, Program program, List<Candidate> invited, Instant now) {
        if (invited.isEmpty()) {
            return List.of();
        }
        var theirs = relationshipsOf(brand, invited);
        var reaches = reachability.of(
                brand, invited.stream().map(FollowCandidates::anywhere).collect(Collectors.toSet()));
        var after = new ArrayList<Candidate>();
        for (Candidate each : invited) {
            var all = theirs.getOrDefault(each.customer(), List.of());
            after.add(come(brand, program, each, all, now)
                    .or(() -> before(program, each, all, now))
                    .orElseGet(() -> still(each, reaches.get(anywhere(each)), now)));
        }
        cancel.cancel(brand, idle(after), now);
        return after;
    }

    /// Those who became a contact of the program's accounts by themselves, before anybody asked
    /// them, or turned out to be one: nobody asks them any more.
    ///
    /// @return only those, as they are then
    List<Candidate> arrived(BrandId brand, Program program, List<Candidate> chosen, Instant now) {
        if (chosen.isEmpty()) {
            return List.of();
        }
        var theirs = relationshipsOf(brand, chosen);
        var after = new ArrayList<Candidate>();
        for (Candidate each : chosen) {
            var all = theirs.getOrDefault(each.customer(), List.of());
            come(brand, program, each, all, now)
                    .or(() -> before(program, each, all, now))
                    .ifPresent(after::add);
        }
        return after;
    }

    /// Whoever turned out to have been a contact of the program's accounts when it was chosen: it
    /// did not come by the invitation, and needs none.
    private static Optional<Candidate> before(Program program, Candidate each, List<Relationship> all, Instant now) {
        boolean waits = each.state() == Candidate.State.CHOSEN || each.state() == Candidate.State.INVITED;
        return waits
                        && all.stream()
                                .anyMatch(one -> one.live()
                                        && program.accounts().contains(one.account())
                                        && one.addedAt().isBefore(each.chosenAt()))
                ? Optional.of(each.stopped(Candidate.FRIEND_BEFORE, now))
                : Optional.empty();
    }

    private Optional<Candidate> come(
            BrandId brand, Program program, Candidate each, List<Relationship> all, Instant now) {
        return all.stream()
                .filter(one -> accepts(one, each, program))
                .min(Comparator.comparing(Relationship::addedAt))
                .filter(_ -> each.open())
                .map(one -> accepted(brand, program, each, one, all, now));
    }

    private static Wanted anywhere(Candidate each) {
        return new Wanted(each.customer(), null);
    }

    /// The tasks that nobody needs to do any more.
    private static Map<TaskId, String> idle(List<Candidate> after) {
        var idle = new HashMap<TaskId, String>();
        for (Candidate each : after) {
            var task = each.invitation().task();
            var reason = each.reason();
            if (task != null && each.state() == Candidate.State.ACCEPTED) {
                idle.put(task, "ACCEPTED");
            } else if (task != null && each.state() == Candidate.State.WITHDRAWN && reason != null) {
                idle.put(task, reason);
            }
        }
        return idle;
    }

    private Map<CustomerId, List<Relationship>> relationshipsOf(BrandId brand, List<Candidate> invited) {
        var births =
                persons.births(brand, invited.stream().map(Candidate::customer).collect(Collectors.toSet()));
        var all = relationships
                .of(
                        brand,
                        births.values().stream()
                                .flatMap(List::stream)
                                .distinct()
                                .toList())
                .stream()
                .collect(Collectors.groupingBy(Relationship::customer));
        var theirs = new HashMap<CustomerId, List<Relationship>>();
        births.forEach((customer, some) -> theirs.put(
                customer,
                some.stream()
                        .flatMap(birth -> all.getOrDefault(birth, List.of()).stream())
                        .toList()));
        return theirs;
    }

    private static boolean accepts(Relationship one, Candidate candidate, Program program) {
        return one.live()
                && program.accounts().contains(one.account())
                && !one.addedAt().isBefore(candidate.chosenAt());
    }

    private static Candidate still(Candidate each, @Nullable Reach reach, Instant now) {
        Instant until = each.invitation().expiresAt();
        if (each.state() != Candidate.State.INVITED) {
            return each.waiting(null, now);
        }
        var stop = reach == null ? null : reach.hardStop(SendRequest.PRIVATE_CHAT);
        if (stop != null) {
            return each.stopped(stop, now);
        }
        return until == null || until.isAfter(now) ? each.waiting(until, now) : each.expired(now);
    }

    /// What was built up goes along: the share of social trust that the policy says. Few come at a
    /// time, each with reads of its own.
    private Candidate accepted(
            BrandId brand, Program program, Candidate each, Relationship to, List<Relationship> all, Instant now) {
        old(brand, program, each.customer(), to, all).ifPresent(from -> {
            var reason = switch (program.kind()) {
                case GRADUATION -> CarryReason.GRADUATED;
                case WIN_BACK -> CarryReason.WON_BACK;
            };
            carry.carry(brand, each.customer(), new CarryTrust.Move(from, to.id(), to.addedAt(), reason));
            stop.movedOn(brand, each.customer(), from, now);
        });
        var sop = program.sop();
        if (sop != null) {
            enrol.enrol(brand, sop, each.customer(), to.id(), now);
        }
        return each.accepted(to.id(), to.addedAt(), now);
    }

    /// A graduate comes from the live relationship with the most social trust; who is won back,
    /// from the one that ended last.
    private Optional<RelationshipId> old(
            BrandId brand, Program program, CustomerId customer, Relationship to, List<Relationship> all) {
        return switch (program.kind()) {
            case GRADUATION ->
                trust.answer(brand, customer).relationships().stream()
                        .filter(one -> one.live() && !one.relationship().equals(to.id()))
                        .filter(one -> all.stream()
                                .noneMatch(each -> each.id().equals(one.relationship())
                                        && program.accounts().contains(each.account())))
                        .max(Comparator.comparingDouble(
                                one -> one.trust().social().score()))
                        .map(ReadTrust.OfRelationship::relationship);
            case WIN_BACK ->
                all.stream()
                        .filter(one -> !one.live() && !one.id().equals(to.id()))
                        .max(Comparator.comparing(Relationship::addedAt))
                        .map(Relationship::id);
        };
    }
}
