package cn.siyu.application.customer;

import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.customer.ResolveCustomers.Agreement;
import cn.siyu.application.customer.ResolveCustomers.Claim;
import cn.siyu.application.customer.ResolveCustomers.Dispute;
import cn.siyu.application.customer.ResolveCustomers.Profile;
import cn.siyu.application.customer.ResolveCustomers.Resolution;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.customer.identity.IdentityConflict;
import cn.siyu.domain.customer.identity.IdentityEdge;
import cn.siyu.domain.customer.identity.IdentityPair;
import cn.siyu.domain.customer.identity.IdentityRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The resolution of one list of claims: what is known grows as claims are worked off, so that two
/// claims of the same list that share an identity end at the same customer.
final class IdentityRound {
    /// Stands for a customer that is still to be made.
    private static final CustomerId NOBODY_YET = new CustomerId(0);

    private final IdSource ids;
    private final Instant now;
    private final Map<IdentityKey, Identity> known;
    private final Set<IdentityId> idle;
    private final IdentityRules rules;
    private final Map<CustomerId, CustomerId> persons = new HashMap<>();
    private final Map<Holding, Integer> held = new HashMap<>();
    private final List<Identity> newIdentities = new ArrayList<>();
    private final List<Customer> newCustomers = new ArrayList<>();
    private final Map<EdgeKey, IdentityEdge> edges = new LinkedHashMap<>();
    private final Set<IdentityId> unsettled = new HashSet<>();

    private record Holding(CustomerId customer, IdentityType type, String scope) {}

    private record EdgeKey(IdentityPair pair, IdentitySource source) {}

    /// @param idle those of the known identities that join nobody
    IdentityRound(
            IdSource ids, Instant now, Map<IdentityKey, Identity> known, Set<IdentityId> idle, IdentityRules rules) {
        this.ids = ids;
        this.now = now;
        this.known = new HashMap<>(known);
        this.idle = idle;
        this.rules = rules;
    }

    Set<CustomerId> births() {
        return known.values().stream().map(Identity::birthCustomer).collect(Collectors.toSet());
    }

    /// Who the births are, and everything that those people have, which bounds what can be added to
    /// them.
    void knowing(Map<CustomerId, CustomerId> whoTheyAre, Collection<Identity> all) {
        persons.putAll(whoTheyAre);
        all.forEach(identity -> count(person(identity), identity.key()));
    }

    private CustomerId person(Identity identity) {
        return persons.getOrDefault(identity.birthCustomer(), identity.birthCustomer());
    }

    List<Identity> newIdentities() {
        return newIdentities;
    }

    List<Customer> newCustomers() {
        return newCustomers;
    }

    /// What the claims say.
    Collection<IdentityEdge> edges() {
        return edges.values();
    }

    /// The identities about which something new was said, other than that all of a new customer
    /// came together.
    Set<IdentityId> around(Collection<IdentityEdge> news) {
        var around = new HashSet<IdentityId>();
        for (IdentityEdge edge : news) {
            if (unsettled.contains(edge.pair().low())
                    || unsettled.contains(edge.pair().high())) {
                around.add(edge.pair().low());
                around.add(edge.pair().high());
            }
        }
        return around;
    }

    /// Resolves a claim if all its identities can be one customer's; otherwise it changes nothing.
    Agreement agree(Claim claim) {
        if (stranger(claim).isPresent()) {
            return new Agreement.Agreed(resolve(claim), false);
        }
        var disputes = disputes(claim);
        if (!disputes.isEmpty()) {
            return new Agreement.Disputed(disputes);
        }
        int before = newIdentities.size();
        var resolution = resolve(claim);
        return new Agreement.Agreed(resolution, newIdentities.size() > before);
    }

    private List<Dispute> disputes(Claim claim) {
        var owner = owner(claim).map(this::person);
        var coming = new HashMap<Holding, Integer>();
        var disputes = new ArrayList<Dispute>();
        for (IdentityKey key : claim.keys()) {
            var identity = known.get(key);
            if (rules.blocked().has(key)) {
                disputes.add(new Dispute(key, Optional.empty(), IdentityConflict.Reason.BLOCKED));
            } else if (identity == null) {
                var holding = holding(owner.orElse(NOBODY_YET), key);
                int more = coming.merge(holding, 1, Integer::sum);
                if (held.getOrDefault(holding, 0) + more > rules.most(key.type())) {
                    disputes.add(new Dispute(key, owner, IdentityConflict.Reason.TOO_MANY));
                }
            } else if (!idle.contains(identity.id()) && !person(identity).equals(owner.orElseThrow())) {
                disputes.add(
                        new Dispute(key, Optional.of(person(identity)), IdentityConflict.Reason.BELONGS_TO_ANOTHER));
            }
        }
        return disputes;
    }

    /// Who somebody is whose identity joins nobody can only be told if nothing else is named.
    private Optional<Identity> owner(Claim claim) {
        var somebodys = somebodys(claim);
        var strongest = somebodys.stream()
                .flatMap(key -> Optional.ofNullable(known.get(key)).stream())
                .filter(identity -> !idle.contains(identity.id()))
                .findFirst();
        return strongest.isEmpty() && known.keySet().containsAll(somebodys)
                ? somebodys.stream().findFirst().map(known::get)
                : strongest;
    }

    private List<IdentityKey> somebodys(Claim claim) {
        return claim.keys().stream().filter(key -> !rules.blocked().has(key)).toList();
    }

    private Optional<IdentityKey> stranger(Claim claim) {
        return claim.source() == IdentitySource.PLATFORM
                ? Optional.empty()
                : claim.keys().stream().filter(this::unheardOf).findFirst();
    }

    Resolution resolve(Claim claim) {
        if (somebodys(claim).isEmpty()) {
            return new Resolution.Nobody(claim.keys().getFirst());
        }
        return stranger(claim).<Resolution>map(Resolution.Unknown::new).orElseGet(() -> found(claim));
    }

    private boolean unheardOf(IdentityKey key) {
        return key.type() == IdentityType.EXTERNAL_USERID && !known.containsKey(key);
    }

    private Resolution found(Claim claim) {
        var keys = somebodys(claim);
        boolean heardOf = keys.stream().anyMatch(known::containsKey);
        var owner = owner(claim);
        var birth = owner.map(Identity::birthCustomer).orElseGet(() -> newCustomer(claim.profile()));
        var person = owner.map(this::person).orElse(birth);
        var all = new ArrayList<Identity>();
        for (IdentityKey key : keys) {
            all.add(
                    known.containsKey(key)
                            ? Objects.requireNonNull(known.get(key))
                            : add(birth, person, key, keys.getFirst().equals(key), claim.source()));
        }
        if (heardOf || keys.getFirst().type() == IdentityType.PERSONAL_CONTACT) {
            all.forEach(identity -> unsettled.add(identity.id()));
        }
        join(all, claim);
        var by = all.stream()
                .filter(identity -> !idle.contains(identity.id()))
                .findFirst()
                .orElse(all.getFirst());
        return new Resolution.Found(person(by), by, owner.isEmpty());
    }

    /// A new identity comes into the world as part of the customer it was named with, unless it
    /// can't be that customer's or it takes more than being named together.
    private Identity add(CustomerId birth, CustomerId person, IdentityKey key, boolean first, IdentitySource source) {
        boolean fits = held.getOrDefault(holding(person, key), 0) < rules.most(key.type());
        boolean named = key.type() != IdentityType.PERSONAL_CONTACT || first;
        if (fits && named) {
            return addIdentity(birth, person, key, source);
        }
        var own = newCustomer(Profile.NONE);
        var identity = addIdentity(own, own, key, source);
        unsettled.add(identity.id());
        return identity;
    }

    private void join(List<Identity> all, Claim claim) {
        var at = claim.at() == null ? now : claim.at();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                var pair = IdentityPair.of(all.get(i).id(), all.get(j).id());
                edges.merge(
                        new EdgeKey(pair, claim.source()),
                        new IdentityEdge(pair, claim.source(), at, false),
                        (one, other) -> one.assertedAt().isAfter(other.assertedAt()) ? other : one);
            }
        }
    }

    private CustomerId newCustomer(Profile profile) {
        long id = ids.next();
        var customer = new Customer(
                new CustomerId(id),
                ids.publicId(id, now),
                profile.nickname(),
                profile.gender(),
                profile.zone(),
                false,
                1,
                now,
                now);
        newCustomers.add(customer);
        return customer.id();
    }

    private Identity addIdentity(CustomerId birth, CustomerId person, IdentityKey key, IdentitySource source) {
        long id = ids.next();
        var identity = new Identity(new IdentityId(id), ids.publicId(id, now), key, birth, source, now);
        known.put(key, identity);
        count(person, key);
        newIdentities.add(identity);
        return identity;
    }

    private void count(CustomerId person, IdentityKey key) {
        held.merge(holding(person, key), 1, Integer::sum);
    }

    private static Holding holding(CustomerId person, IdentityKey key) {
        return new Holding(person, key.type(), key.scope());
    }
}
