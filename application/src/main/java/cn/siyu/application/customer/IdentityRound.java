package cn.siyu.application.customer;

import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.customer.ResolveCustomers.Agreement;
import cn.siyu.application.customer.ResolveCustomers.Claim;
import cn.siyu.application.customer.ResolveCustomers.Dispute;
import cn.siyu.application.customer.ResolveCustomers.Resolution;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityConflict;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.customer.IdentityType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The resolution of one list of claims: what is known grows as claims are worked off, so that two claims of the same
/// list that share an identity end at the same customer.
final class IdentityRound {
    /// Stands for a customer that is still to be made.
    private static final CustomerId NOBODY_YET = new CustomerId(0);

    private final IdSource ids;
    private final Instant now;
    private final Map<IdentityKey, Identity> known;
    private final Map<Holding, Integer> held = new HashMap<>();
    private final List<Identity> newIdentities = new ArrayList<>();
    private final List<Customer> newCustomers = new ArrayList<>();
    private final List<IdentityConflict> conflicts = new ArrayList<>();

    private record Holding(CustomerId customer, IdentityType type, String scope) {}

    IdentityRound(IdSource ids, Instant now, Map<IdentityKey, Identity> known) {
        this.ids = ids;
        this.now = now;
        this.known = new HashMap<>(known);
    }

    Set<CustomerId> owners() {
        return known.values().stream().map(Identity::birthCustomer).collect(Collectors.toSet());
    }

    /// Everything that the owners have, which bounds what can be added to them.
    void knowing(Collection<Identity> all) {
        all.forEach(identity -> count(identity.birthCustomer(), identity.key()));
    }

    List<Identity> newIdentities() {
        return newIdentities;
    }

    List<Customer> newCustomers() {
        return newCustomers;
    }

    List<IdentityConflict> conflicts() {
        return conflicts;
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
        var owner = owner(claim).map(Identity::birthCustomer);
        var coming = new HashMap<Holding, Integer>();
        var disputes = new ArrayList<Dispute>();
        for (IdentityKey key : claim.keys()) {
            var identity = known.get(key);
            if (identity == null) {
                var holding = holding(owner.orElse(NOBODY_YET), key);
                int more = coming.merge(holding, 1, Integer::sum);
                if (held.getOrDefault(holding, 0) + more > key.type().most()) {
                    disputes.add(new Dispute(key, owner, IdentityConflict.Reason.TOO_MANY));
                }
            } else if (!identity.birthCustomer().equals(owner.orElseThrow())) {
                disputes.add(new Dispute(
                        key, Optional.of(identity.birthCustomer()), IdentityConflict.Reason.BELONGS_TO_ANOTHER));
            }
        }
        return disputes;
    }

    private Optional<Identity> owner(Claim claim) {
        return claim.keys().stream().filter(known::containsKey).findFirst().map(known::get);
    }

    private Optional<IdentityKey> stranger(Claim claim) {
        return claim.source() == IdentitySource.PLATFORM
                ? Optional.empty()
                : claim.keys().stream().filter(this::unheardOf).findFirst();
    }

    Resolution resolve(Claim claim) {
        return stranger(claim).<Resolution>map(Resolution.Unknown::new).orElseGet(() -> found(claim));
    }

    private boolean unheardOf(IdentityKey key) {
        return key.type() == IdentityType.EXTERNAL_USERID && !known.containsKey(key);
    }

    private Resolution found(Claim claim) {
        var owner = owner(claim);
        var customer = owner.map(Identity::birthCustomer).orElseGet(() -> newCustomer(claim));
        for (IdentityKey key : claim.keys()) {
            join(customer, key, claim.source());
        }
        var by = claim.keys().stream()
                .map(known::get)
                .filter(identity -> identity != null && identity.birthCustomer().equals(customer))
                .findFirst()
                .orElseThrow();
        return new Resolution.Found(customer, by, owner.isEmpty());
    }

    private void join(CustomerId customer, IdentityKey key, IdentitySource source) {
        var identity = known.get(key);
        if (identity == null) {
            if (held.getOrDefault(holding(customer, key), 0) < key.type().most()) {
                addIdentity(customer, key, source);
            } else {
                conflict(customer, key, null, IdentityConflict.Reason.TOO_MANY, source);
            }
        } else if (!identity.birthCustomer().equals(customer)) {
            conflict(customer, key, identity.birthCustomer(), IdentityConflict.Reason.BELONGS_TO_ANOTHER, source);
        }
    }

    private CustomerId newCustomer(Claim claim) {
        long id = ids.next();
        var profile = claim.profile();
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

    private void addIdentity(CustomerId customer, IdentityKey key, IdentitySource source) {
        long id = ids.next();
        var identity = new Identity(new IdentityId(id), ids.publicId(id, now), key, customer, source, now);
        known.put(key, identity);
        count(customer, key);
        newIdentities.add(identity);
    }

    private void conflict(
            CustomerId customer,
            IdentityKey key,
            @Nullable CustomerId other,
            IdentityConflict.Reason reason,
            IdentitySource source) {
        long id = ids.next();
        conflicts.add(new IdentityConflict(id, ids.publicId(id, now), customer, key, other, reason, source, now));
    }

    private void count(CustomerId customer, IdentityKey key) {
        held.merge(holding(customer, key), 1, Integer::sum);
    }

    private static Holding holding(CustomerId customer, IdentityKey key) {
        return new Holding(customer, key.type(), key.scope());
    }
}
