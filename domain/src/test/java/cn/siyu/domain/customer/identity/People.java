package cn.siyu.domain.customer.identity;

import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/// Identities by name, as they come into the world with what is said about them: each is its own
/// customer when it is first heard of, or the customer of the one it came with. `E1` is an external
/// user id, `U1` a union id, `M1` a member id, `P1` a phone number, `F1` a personal contact.
final class People {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Map<String, Identity> identities = new LinkedHashMap<>();
    private final Map<List<Object>, IdentityEdge> edges = new LinkedHashMap<>();
    private final List<IdentityDecision> decisions = new ArrayList<>();
    private IdentityRules rules = IdentityRules.DEFAULT;
    private long numbers;

    People under(IdentityRules others) {
        rules = others;
        return this;
    }

    static IdentityKey key(String name) {
        String rest = name.substring(1);
        return switch (name.charAt(0)) {
            case 'E' -> new IdentityKey(IdentityType.EXTERNAL_USERID, "corp", name);
            case 'U' -> new IdentityKey(IdentityType.UNIONID, "", name);
            case 'O' -> new IdentityKey(IdentityType.OPENID, "app", name);
            // M0 is zeros: nobody's
            case 'M' -> new IdentityKey(IdentityType.MEMBER_ID, "crm", name.equals("M0") ? "000" : name);
            case 'F' -> new IdentityKey(IdentityType.PERSONAL_CONTACT, "account", name);
            case 'W' -> new IdentityKey(IdentityType.WECHAT_ID, "", name);
            default -> new IdentityKey(IdentityType.PHONE, "", "+8613" + "0".repeat(9 - rest.length()) + rest);
        };
    }

    /// An identity, born as a customer of its own unless it is known.
    Identity meet(String name) {
        return identities.computeIfAbsent(name, _ -> born(name, new CustomerId(++numbers)));
    }

    /// An identity that came into the world as part of another one's customer.
    Identity meetAs(String name, Identity of) {
        return identities.computeIfAbsent(name, _ -> born(name, of.birthCustomer()));
    }

    private Identity born(String name, CustomerId customer) {
        long number = ++numbers;
        var id = new PublicId(new UUID(7, number));
        return new Identity(new IdentityId(number), id, key(name), customer, IdentitySource.IMPORT, START);
    }

    IdentityPair pair(String one, String other) {
        return IdentityPair.of(meet(one).id(), meet(other).id());
    }

    People said(String one, String other, IdentitySource source, int second) {
        if (identities.containsKey(one) || !identities.containsKey(other)) {
            meetAs(other, meet(one));
        } else {
            meetAs(one, meet(other));
        }
        var edge = new IdentityEdge(pair(one, other), source, START.plusSeconds(second), false);
        edges.put(List.of(edge.pair(), source), edge);
        return this;
    }

    People revoke(String one, String other) {
        edges.replaceAll((_, edge) -> edge.pair().equals(pair(one, other))
                ? new IdentityEdge(edge.pair(), edge.source(), edge.assertedAt(), true)
                : edge);
        return this;
    }

    People decide(IdentityDecision.Verdict verdict, String one, String other) {
        decisions.add(new IdentityDecision(pair(one, other), verdict));
        return this;
    }

    People takeBackLast() {
        decisions.removeLast();
        return this;
    }

    People undecide() {
        decisions.clear();
        return this;
    }

    Resolution resolve() {
        return new IdentityResolver(rules).resolve(identities.values(), edges.values(), decisions, this::newborn);
    }

    CustomerId newborn() {
        return new CustomerId(++numbers);
    }

    IdentityId id(String name) {
        return Objects.requireNonNull(identities.get(name)).id();
    }

    /// Everything, as one neighbourhood in which everybody is who they were born as.
    Neighbourhood neighbourhood() {
        Map<CustomerId, CustomerId> alone = identities.values().stream()
                .map(Identity::birthCustomer)
                .distinct()
                .collect(Collectors.toMap(one -> one, one -> one));
        return new Neighbourhood(
                List.copyOf(identities.values()),
                List.copyOf(edges.values()),
                decisions,
                alone,
                Map.of(),
                List.of(),
                Set.of());
    }

    /// Resolves, and takes over who was born anew.
    Resolution settle() {
        var resolution = resolve();
        for (ResolvedPerson person : resolution.persons()) {
            person.born()
                    .forEach((id, customer) -> identities.replaceAll((_, one) -> one.id()
                                    .equals(id)
                            ? new Identity(id, one.publicId(), one.key(), customer, one.source(), one.createdAt())
                            : one));
        }
        return resolution;
    }

    String nameOf(IdentityId id) {
        return identities.entrySet().stream()
                .filter(entry -> entry.getValue().id().equals(id))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    /// The persons, as sets of names.
    static Set<Set<String>> persons(People people, Resolution resolution) {
        return resolution.persons().stream()
                .map(person -> person.identities().stream()
                        .map(identity -> people.nameOf(identity.id()))
                        .collect(Collectors.toCollection(TreeSet::new)))
                .collect(Collectors.toSet());
    }

    Set<Set<String>> persons() {
        return persons(this, resolve());
    }

    Set<String> conflicts() {
        return resolve().conflicts().stream()
                .map(conflict -> new TreeSet<>(Set.of(
                                nameOf(conflict.pair().low()),
                                nameOf(conflict.pair().high())))
                        .stream().collect(Collectors.joining("–")))
                .collect(Collectors.toSet());
    }

    CustomerId customerOf(String name) {
        var id = Objects.requireNonNull(identities.get(name)).id();
        return resolve().persons().stream()
                .filter(person ->
                        person.identities().stream().anyMatch(one -> one.id().equals(id)))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
