package cn.siyu.application.customer;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ReadApiKeys;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.WholeBrand;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.customer.port.Blacklist;
import cn.siyu.application.customer.port.Identities;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.BlacklistEntry;
import cn.siyu.domain.customer.BlacklistEntry.How;
import cn.siyu.domain.customer.BlacklistEntry.Reason;
import cn.siyu.domain.customer.BlacklistEntry.Subject;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.identity.Regrouped;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Keeps the brand's blacklist (黑名单): who is on it, why, since and until when; by customer, or
/// by an identity before anybody has it. Whoever brings such an identity is on it at once, before
/// anything is sent to them.
public final class KeepBlacklist implements CustomerWitness, MarkBlacklisted {
    private static final int CHUNK = 500;

    private final Blacklist blacklist;
    private final Identities identities;
    private final Persons persons;
    private final ResolveSight sights;
    private final ReadApiKeys keys;
    private final WhenBlacklisted then;
    private final IdSource ids;
    private final UnitOfWork work;
    private final BrandClock clock;

    public KeepBlacklist(
            Blacklist blacklist,
            Identities identities,
            Persons persons,
            ResolveSight sights,
            ReadApiKeys keys,
            WhenBlacklisted then,
            IdSource ids,
            UnitOfWork work,
            BrandClock clock) {
        this.blacklist = blacklist;
        this.identities = identities;
        this.persons = persons;
        this.sights = sights;
        this.keys = keys;
        this.then = then;
        this.ids = ids;
        this.work = work;
        this.clock = clock;
    }

    /// Who is to be on it.
    ///
    /// @param subject a person that the caller sees, or an identity
    /// @param until when it ends by itself; null: never
    public record Put(
            Caller caller,
            Subject subject,
            Reason reason,
            @Nullable String note,
            @Nullable Instant until) {}

    /// What came of it.
    public sealed interface Outcome {
        /// It stands.
        record Listed(Blacklist.View entry) implements Outcome {}

        /// The same is on it already.
        record Already(PublicId entry) implements Outcome {}

        /// It would have ended already.
        record TooLate(Instant now) implements Outcome {}
    }

    /// Puts somebody on it.
    ///
    /// @throws WholeBrand.PartOnly if an identity is named by who sees only a part of the brand
    public Outcome put(Put command) {
        if (command.subject() instanceof Subject.Bearer) {
            WholeBrand.require(command.caller());
        }
        var brand = command.caller().brand();
        return work.inTransaction(() -> {
            Instant now = clock.now(brand);
            var until = command.until();
            if (until != null && !until.isAfter(now)) {
                return new Outcome.TooLate(now);
            }
            var already = same(brand, command.subject());
            if (already.isPresent()) {
                return new Outcome.Already(already.get().publicId());
            }
            var caller = command.caller().key();
            var made = entry(command.subject(), command.reason(), command.note(), caller, until, now);
            list(brand, made, now);
            return new Outcome.Listed(blacklist
                    .byPublicId(brand, new Sight.Everything(), made.publicId())
                    .orElseThrow());
        });
    }

    private Optional<BlacklistEntry> same(BrandId brand, Subject subject) {
        return switch (subject) {
            case Subject.Person(var customer) ->
                blacklist.covering(brand, births(brand, customer)).stream()
                        .filter(one -> one.subject() instanceof Subject.Person)
                        .findFirst();
            case Subject.Bearer(var identity) ->
                blacklist.naming(brand, List.of(identity)).stream().findFirst();
        };
    }

    private BlacklistEntry entry(
            Subject subject,
            Reason reason,
            @Nullable String note,
            @Nullable PublicId by,
            @Nullable Instant until,
            Instant now) {
        long id = ids.next();
        return new BlacklistEntry(id, ids.publicId(id, now), subject, reason, note, by, now, until, null, 1);
    }

    private void list(BrandId brand, BlacklistEntry entry, Instant now) {
        Set<CustomerId> meant = switch (entry.subject()) {
            case Subject.Person(var customer) -> Set.copyOf(births(brand, customer));
            case Subject.Bearer(var identity) ->
                identities.find(brand, List.of(identity)).values().stream()
                        .map(Identity::birthCustomer)
                        .collect(Collectors.toSet());
        };
        blacklist.add(brand, entry);
        blacklist.cover(brand, Map.of(entry.id(), meant));
        settle(brand, meant, now);
    }

    private List<CustomerId> births(BrandId brand, CustomerId person) {
        return persons.births(brand, List.of(person)).getOrDefault(person, List.of(person));
    }

    private void settle(BrandId brand, Collection<CustomerId> births, Instant now) {
        var marked = blacklist.settle(brand, births, now);
        if (!marked.isEmpty()) {
            then.blacklisted(brand, persons.distinct(brand, marked));
        }
    }

    /// Who is taken off, and why.
    public record Lift(Caller caller, PublicId entry, String reason) {}

    /// What came of taking somebody off.
    public sealed interface Lifting {
        /// It stands no more. Said again, nothing changes.
        record Lifted(Blacklist.View entry) implements Lifting {}

        /// Its time was over before.
        record Over() implements Lifting {}

        /// There is no such entry, or none that the caller sees.
        record Unknown() implements Lifting {}
    }

    /// Takes somebody off.
    ///
    /// @throws WholeBrand.PartOnly if the caller sees only a part of the brand, and it names an
    ///     identity or was put there by who sees more
    public Lifting lift(Lift command) {
        var brand = command.caller().brand();
        return work.inTransaction(() -> {
            var sight = sights.of(command.caller());
            var view = blacklist.byPublicId(brand, sight, command.entry());
            if (view.isEmpty()) {
                return new Lifting.Unknown();
            }
            var entry = view.get().entry();
            var ended = entry.ended();
            if (ended != null) {
                return ended.how() == How.LIFTED ? new Lifting.Lifted(view.get()) : new Lifting.Over();
            }
            requireLiftable(command.caller(), entry);
            Instant now = clock.now(brand);
            var key = command.caller().key();
            end(brand, List.of(entry), new BlacklistEntry.Ended(How.LIFTED, command.reason(), key, now));
            return new Lifting.Lifted(blacklist
                    .byPublicId(brand, new Sight.Everything(), command.entry())
                    .orElseThrow());
        });
    }

    /// Whoever lists somebody is overruled only by who sees at least as much as they.
    private void requireLiftable(Caller caller, BlacklistEntry entry) {
        var by = entry.by();
        boolean own = entry.subject() instanceof Subject.Person
                && by != null
                && keys.one(caller, by).isPresent();
        if (!own) {
            WholeBrand.require(caller);
        }
    }

    private void end(BrandId brand, List<BlacklistEntry> entries, BlacklistEntry.Ended how) {
        if (entries.isEmpty()) {
            return;
        }
        blacklist.replace(brand, entries.stream().map(entry -> entry.ended(how)).toList());
        var covered = blacklist.coveredBy(
                brand, entries.stream().map(BlacklistEntry::id).toList());
        settle(brand, covered, how.at());
    }

    @Override
    public void mark(BrandId brand, CustomerId person, boolean blacklisted, @Nullable Caller by) {
        PublicId key = by == null ? null : by.key();
        Instant now = clock.now(brand);
        var standing = blacklist.covering(brand, births(brand, person));
        if (blacklisted && standing.isEmpty()) {
            list(brand, entry(new Subject.Person(person), Reason.OTHER, null, key, null, now), now);
        } else if (!blacklisted) {
            if (by != null) {
                standing.forEach(entry -> requireLiftable(by, entry));
            }
            end(brand, standing, new BlacklistEntry.Ended(How.LIFTED, null, key, now));
        }
    }

    /// Ends entries whose time is over.
    ///
    /// @return how many ended
    public int runDue(BrandId brand, Instant now, int atMost) {
        int done = 0;
        while (done < atMost) {
            int room = Math.min(CHUNK, atMost - done);
            int ended = work.inTransaction(() -> {
                var due = blacklist.due(brand, now, room);
                end(brand, due, new BlacklistEntry.Ended(How.EXPIRED, null, null, now));
                return due.size();
            });
            if (ended == 0) {
                return done;
            }
            done += ended;
        }
        return done;
    }

    /// When the next entry ends by itself.
    public Optional<Instant> nextDueAt(BrandId brand) {
        return blacklist.nextDueAt(brand);
    }

    @Override
    public void changed(BrandId brand, @Nullable Relationship before, Relationship after) {
        // identities are looked up when they come
    }

    @Override
    public void regrouped(BrandId brand, List<Regrouped> regrouped) {
        var people = new HashSet<CustomerId>();
        regrouped.forEach(one -> people.add(one.is()));
        var listed = new HashSet<CustomerId>();
        persons.births(brand, people).values().forEach(listed::addAll);
        var covered = covered(brand, listed);
        if (!covered.isEmpty()) {
            then.blacklisted(brand, persons.distinct(brand, covered));
        }
    }

    @Override
    public void bornAnew(BrandId brand, Map<CustomerId, CustomerId> origins) {
        blacklist.copy(brand, origins);
    }

    /// Which of these birth customers entries that stand cover.
    private Set<CustomerId> covered(BrandId brand, Collection<CustomerId> births) {
        var entries = blacklist.covering(brand, births).stream()
                .map(BlacklistEntry::id)
                .toList();
        var covered = new HashSet<>(blacklist.coveredBy(brand, entries));
        covered.retainAll(births);
        return covered;
    }

    /// Customers are there from now on; their identities came just before.
    void came(BrandId brand, Collection<CustomerId> births) {
        if (!births.isEmpty() && blacklist.namesIdentities(brand)) {
            settle(brand, covered(brand, births), clock.now(brand));
        }
    }

    /// Identities are known from now on, of customers that are there or about to be.
    void brought(BrandId brand, Collection<Identity> fresh) {
        if (fresh.isEmpty() || !blacklist.namesIdentities(brand)) {
            return;
        }
        var bearers = new HashMap<IdentityKey, CustomerId>();
        fresh.forEach(identity -> bearers.put(identity.key(), identity.birthCustomer()));
        var covers = new HashMap<Long, Set<CustomerId>>();
        for (BlacklistEntry entry : blacklist.naming(brand, bearers.keySet())) {
            if (entry.subject() instanceof Subject.Bearer(var identity)) {
                covers.put(entry.id(), Set.of(Objects.requireNonNull(bearers.get(identity))));
            }
        }
        if (!covers.isEmpty()) {
            blacklist.cover(brand, covers);
            settle(brand, covers.values().stream().flatMap(Set::stream).collect(Collectors.toSet()), clock.now(brand));
        }
    }
}
