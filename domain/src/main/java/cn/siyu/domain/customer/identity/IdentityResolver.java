package cn.siyu.domain.customer.identity;

import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Finds out who is one person (身份合并): what operators joined comes first, then what was
/// observed, by the strength of its source and its time; a union is made unless it breaks a limit
/// or joins what an operator keeps apart, and what is refused is a conflict to be shown. Nothing is
/// guessed, and the order in which facts came doesn't matter.
///
/// Whatever is passed must be whole: all edges and decisions of all identities passed, and all
/// identities they name.
public final class IdentityResolver {
    private static final Comparator<Identity> OLDEST =
            Comparator.comparingLong(identity -> identity.id().value());

    private final IdentityRules rules;

    public IdentityResolver(IdentityRules rules) {
        this.rules = rules;
    }

    /// Who everybody is.
    ///
    /// @param newborn gives a new customer for identities that turn out to be somebody else's
    public Resolution resolve(
            Collection<Identity> identities,
            Collection<IdentityEdge> edges,
            Collection<IdentityDecision> decisions,
            Supplier<CustomerId> newborn) {
        var components = new Components(identities, rules);
        var valid = new ValidEdges(identities, edges, rules);
        var conflicts = new TreeMap<IdentityPair, RejectedLink>();
        var apart = new HashSet<IdentityPair>();
        for (IdentityDecision decision : of(decisions, IdentityDecision.Verdict.CANNOT_LINK, valid)) {
            components.keepApart(decision.pair());
            apart.add(decision.pair());
        }
        for (IdentityDecision decision : of(decisions, IdentityDecision.Verdict.MUST_LINK, valid)) {
            var pair = decision.pair();
            (valid.isBlocked(pair) ? Optional.of(IdentityConflict.Reason.BLOCKED) : components.join(pair))
                    .ifPresent(reason -> conflicts.put(pair, new RejectedLink(pair, reason, Optional.empty())));
        }
        for (IdentityEdge edge : valid.inOrder()) {
            var pair = edge.pair();
            components
                    .join(pair)
                    .filter(_ -> !apart.contains(pair))
                    .ifPresent(reason ->
                            conflicts.putIfAbsent(pair, new RejectedLink(pair, reason, Optional.of(edge.source()))));
        }
        return new Resolution(persons(identities, components, newborn), List.copyOf(conflicts.values()), valid.idle());
    }

    private static List<IdentityDecision> of(
            Collection<IdentityDecision> decisions, IdentityDecision.Verdict verdict, ValidEdges valid) {
        return decisions.stream()
                .filter(decision -> decision.verdict() == verdict)
                .sorted(Comparator.comparing((IdentityDecision decision) -> valid.firstKey(decision.pair()))
                        .thenComparing(decision -> valid.lastKey(decision.pair())))
                .toList();
    }

    /// A birth customer is the person's who has its oldest identity; other identities that were
    /// born with it and are somebody else's are born anew, together if they are one person's.
    private static List<ResolvedPerson> persons(
            Collection<Identity> identities, Components components, Supplier<CustomerId> newborn) {
        var founders = new HashMap<CustomerId, IdentityId>();
        identities.forEach(identity -> founders.merge(
                identity.birthCustomer(), identity.id(), (one, other) -> one.value() < other.value() ? one : other));
        return components.sets().stream()
                .map(members -> members.stream().sorted(OLDEST).toList())
                .sorted(Comparator.comparing(List::getFirst, OLDEST))
                .map(members -> person(members, founders, newborn))
                .sorted(Comparator.comparingLong(person -> person.id().value()))
                .toList();
    }

    private static ResolvedPerson person(
            List<Identity> members, Map<CustomerId, IdentityId> founders, Supplier<CustomerId> newborn) {
        var own = members.stream().map(Identity::id).collect(Collectors.toSet());
        var anew = new HashMap<CustomerId, CustomerId>();
        var born = new HashMap<IdentityId, CustomerId>();
        long oldest = Long.MAX_VALUE;
        for (Identity identity : members) {
            var birth = identity.birthCustomer();
            if (!own.contains(founders.get(birth))) {
                birth = anew.computeIfAbsent(birth, _ -> newborn.get());
                born.put(identity.id(), birth);
            }
            oldest = Math.min(oldest, birth.value());
        }
        return new ResolvedPerson(new CustomerId(oldest), members, born);
    }
}
