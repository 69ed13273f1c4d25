package cn.siyu.application.customer;

import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.Identities;
import cn.siyu.application.customer.port.IdentityGraph;
import cn.siyu.application.customer.port.InitialTrust;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.customer.identity.IdentityConflict;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds the customers that identities stand for, and makes those that are not known yet; many at
/// once, inside the caller's transaction.
///
/// Identities that were never seen are added to the customer they came with. Where the identities
/// of one claim belong to several customers, these are merged if nothing speaks against it, see
/// [JoinIdentities]; otherwise the strongest identity says who it was, and the rest is a conflict.
public final class ResolveCustomers {
    private final Customers customers;
    private final Identities identities;
    private final IdentityGraph graph;
    private final Persons persons;
    private final JoinIdentities join;
    private final IdSource ids;
    private final InitialTrust.Source trust;

    public ResolveCustomers(
            Customers customers,
            Identities identities,
            IdentityGraph graph,
            Persons persons,
            JoinIdentities join,
            IdSource ids,
            InitialTrust.Source trust) {
        this.customers = customers;
        this.identities = identities;
        this.graph = graph;
        this.persons = persons;
        this.join = join;
        this.ids = ids;
        this.trust = trust;
    }

    /// Somebody, by at least one identity.
    ///
    /// @param keys the identities, of one person as the source says
    /// @param source who says so; an EXTERNAL_USERID that is not known yet is believed of the
    ///     platform only
    /// @param at when it was said, by the clock of who said it; null: now
    public record Claim(
            List<IdentityKey> keys,
            IdentitySource source,
            Profile profile,
            @Nullable Instant at) {
        public Claim(List<IdentityKey> keys, IdentitySource source, Profile profile) {
            this(keys, source, profile, null);
        }

        public Claim {
            keys = keys.stream().distinct().sorted().toList();
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("a claim names at least one identity");
            }
        }
    }

    /// What is said about a person; kept only for a customer that is new.
    public record Profile(
            @Nullable String nickname,
            Customer.Gender gender,
            @Nullable ZoneId zone) {
        /// Nothing.
        public static final Profile NONE = new Profile(null, Customer.Gender.UNKNOWN, null);
    }

    /// Who it is.
    public sealed interface Resolution {
        /// A customer, by the strongest of the claimed identities. Facts of it are kept under the
        /// identity's birth customer.
        ///
        /// @param customer who it is today
        /// @param created whether the customer is new
        record Found(CustomerId customer, Identity by, boolean created) implements Resolution {}

        /// An EXTERNAL_USERID that the platform never told us of.
        record Unknown(IdentityKey key) implements Resolution {}

        /// Nothing is named but values that the brand's policy says are nobody's: zeros, a test
        /// number, a store's phone. Named beside other identities they are passed over.
        record Nobody(IdentityKey key) implements Resolution {}
    }

    /// Whether all identities of a claim can be one customer's.
    public sealed interface Agreement {
        /// They can.
        ///
        /// @param grown whether an identity is new
        record Agreed(Resolution resolution, boolean grown) implements Agreement {}

        /// They can't; nothing was changed.
        record Disputed(List<Dispute> disputes) implements Agreement {
            public Disputed {
                disputes = List.copyOf(disputes);
            }
        }
    }

    /// An identity that can't belong to the customer whom the strongest identity of its claim
    /// stands for.
    ///
    /// @param customer whose it is, or who has as many of its type as a person can have; empty if
    ///     that is the claim itself
    public record Dispute(IdentityKey key, Optional<CustomerId> customer, IdentityConflict.Reason reason) {}

    /// One resolution per claim, in their order.
    ///
    /// @param now on the brand's clock
    public List<Resolution> resolve(BrandId brand, List<Claim> claims, Instant now) {
        return inOneRound(brand, claims, now, IdentityRound::resolve, _ -> {}, ResolveCustomers::after);
    }

    /// Resolutions, with which identities are new.
    record News(List<Resolution> resolutions, Set<IdentityId> fresh) {}

    /// As [#resolve], for a caller that must know what is new.
    News resolveNews(BrandId brand, List<Claim> claims, Instant now) {
        var fresh = new HashSet<IdentityId>();
        var resolutions = inOneRound(
                brand,
                claims,
                now,
                IdentityRound::resolve,
                round -> round.newIdentities().forEach(identity -> fresh.add(identity.id())),
                ResolveCustomers::after);
        return new News(resolutions, fresh);
    }

    /// As [#resolve], but who people are is not decided by the strongest identity where identities
    /// disagree: such a claim is left out.
    public List<Agreement> agree(BrandId brand, List<Claim> claims, Instant now) {
        return inOneRound(brand, claims, now, IdentityRound::agree, _ -> {}, ResolveCustomers::after);
    }

    private <R> List<R> inOneRound(
            BrandId brand,
            List<Claim> claims,
            Instant now,
            BiFunction<IdentityRound, Claim, R> each,
            Consumer<IdentityRound> then,
            BiFunction<R, JoinIdentities.Settled, R> after) {
        var keys = claims.stream()
                .flatMap(claim -> claim.keys().stream())
                .distinct()
                .toList();
        var known = identities.find(brand, keys);
        var idle = graph.idle(brand, known.values().stream().map(Identity::id).toList())
                .keySet();
        var round = new IdentityRound(ids, now, known, idle, join.rules(brand, now));
        var births = persons.births(brand, round.births());
        round.knowing(
                persons.of(brand, round.births()),
                identities.of(
                        brand, births.values().stream().flatMap(List::stream).collect(Collectors.toSet())));
        var results = claims.stream().map(claim -> each.apply(round, claim)).toList();
        // in order of their keys, so that two who bring the same ones don't wait for each other in a circle
        identities.add(
                brand,
                round.newIdentities().stream()
                        .sorted(Comparator.comparing(Identity::key))
                        .toList());
        if (!round.newCustomers().isEmpty()) {
            customers.add(brand, round.newCustomers(), trust.of(brand));
        }
        var settled = join.settle(brand, round.around(graph.add(brand, round.edges())), now);
        then.accept(round);
        return settled.regrouped().isEmpty()
                ? results
                : results.stream().map(one -> after.apply(one, settled)).toList();
    }

    private static Agreement after(Agreement agreement, JoinIdentities.Settled settled) {
        return switch (agreement) {
            case Agreement.Agreed(var resolution, boolean grown) ->
                new Agreement.Agreed(after(resolution, settled), grown);
            case Agreement.Disputed disputed -> disputed;
        };
    }

    private static Resolution after(Resolution resolution, JoinIdentities.Settled settled) {
        return switch (resolution) {
            case Resolution.Unknown unknown -> unknown;
            case Resolution.Nobody nobody -> nobody;
            case Resolution.Found found -> {
                var by = settled.identity(found.by());
                yield new Resolution.Found(settled.person(by, found.customer()), by, found.created());
            }
        };
    }

    /// The customer that identities stand for, without making one: the strongest known identity
    /// decides.
    public Optional<CustomerId> find(BrandId brand, Collection<IdentityKey> keys) {
        var known = identities.find(brand, keys);
        return keys.stream()
                .sorted()
                .flatMap(key -> Optional.ofNullable(known.get(key)).stream())
                .map(Identity::birthCustomer)
                .findFirst()
                .map(birth -> persons.of(brand, List.of(birth)).getOrDefault(birth, birth));
    }

    /// Who customers are today, see [Persons#of].
    public Map<CustomerId, CustomerId> persons(BrandId brand, Collection<CustomerId> customersOfFacts) {
        return persons.of(brand, customersOfFacts);
    }
}
