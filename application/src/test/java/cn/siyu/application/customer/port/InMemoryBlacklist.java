package cn.siyu.application.customer.port;

import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.BlacklistEntry;
import cn.siyu.domain.customer.BlacklistEntry.Subject;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/// The blacklist in memory, over customers kept elsewhere.
public final class InMemoryBlacklist implements Blacklist {
    private final InMemoryStore.Table<InMemoryStore.Key, BlacklistEntry> table;
    private final InMemoryStore.Table<InMemoryStore.Key, Set<CustomerId>> covers;
    private final InMemoryCustomers customers;
    private final Persons persons;
    private final BiPredicate<CustomerId, Sight> seen;

    /// @param seen whether a sight sees a customer
    public InMemoryBlacklist(
            InMemoryStore store, InMemoryCustomers customers, Persons persons, BiPredicate<CustomerId, Sight> seen) {
        this.table = store.table();
        this.covers = store.table();
        this.customers = customers;
        this.persons = persons;
        this.seen = seen;
    }

    private static InMemoryStore.Key key(BrandId brand, long entry) {
        return new InMemoryStore.Key(brand, entry);
    }

    private Set<CustomerId> births(BrandId brand, long entry) {
        return covers.rows().getOrDefault(key(brand, entry), Set.of());
    }

    private Stream<BlacklistEntry> standing(BrandId brand) {
        return table.of(brand).filter(BlacklistEntry::stands);
    }

    @Override
    public void add(BrandId brand, BlacklistEntry entry) {
        table.rows().put(key(brand, entry.id()), entry);
    }

    @Override
    public void cover(BrandId brand, Map<Long, Set<CustomerId>> more) {
        more.forEach((entry, births) -> {
            var all = new HashSet<>(births(brand, entry));
            all.addAll(births);
            covers.rows().put(key(brand, entry), Set.copyOf(all));
        });
    }

    @Override
    public void copy(BrandId brand, Map<CustomerId, CustomerId> origins) {
        var more = new HashMap<Long, Set<CustomerId>>();
        table.of(brand)
                .forEach(entry -> origins.forEach((newborn, origin) -> {
                    if (births(brand, entry.id()).contains(origin)) {
                        more.computeIfAbsent(entry.id(), _ -> new HashSet<>()).add(newborn);
                    }
                }));
        cover(brand, more);
    }

    @Override
    public Set<CustomerId> settle(BrandId brand, Collection<CustomerId> births, Instant now) {
        var marked = new HashSet<CustomerId>();
        for (Customer was : customers.findAll(brand, births)) {
            boolean is = standing(brand).anyMatch(one -> births(brand, one.id()).contains(was.id()));
            if (is != was.blacklisted()) {
                customers.mark(brand, marked(was, is, now));
                if (is) {
                    marked.add(was.id());
                }
            }
        }
        return marked;
    }

    private static Customer marked(Customer was, boolean blacklisted, Instant now) {
        return new Customer(
                was.id(),
                was.publicId(),
                was.nickname(),
                was.gender(),
                was.zone(),
                blacklisted,
                was.version() + 1,
                was.createdAt(),
                now);
    }

    @Override
    public void replace(BrandId brand, List<BlacklistEntry> entries) {
        for (BlacklistEntry entry : entries) {
            var old = table.rows().get(key(brand, entry.id()));
            if (old == null || old.version() != entry.version() - 1) {
                throw new StaleAggregate("blacklist entry", entry.id());
            }
            table.rows().put(key(brand, entry.id()), entry);
        }
    }

    @Override
    public boolean namesIdentities(BrandId brand) {
        return standing(brand).anyMatch(one -> one.subject() instanceof Subject.Bearer);
    }

    @Override
    public List<BlacklistEntry> naming(BrandId brand, Collection<IdentityKey> identities) {
        return standing(brand)
                .filter(one -> one.subject() instanceof Subject.Bearer(var identity) && identities.contains(identity))
                .toList();
    }

    @Override
    public List<BlacklistEntry> covering(BrandId brand, Collection<CustomerId> births) {
        return standing(brand)
                .filter(one -> births(brand, one.id()).stream().anyMatch(births::contains))
                .toList();
    }

    @Override
    public Set<CustomerId> coveredBy(BrandId brand, Collection<Long> entries) {
        var all = new HashSet<CustomerId>();
        entries.forEach(entry -> all.addAll(births(brand, entry)));
        return all;
    }

    private record Due(Instant at, BlacklistEntry entry) {}

    private Stream<Due> due(BrandId brand) {
        return standing(brand)
                .<Due>mapMulti((one, more) -> {
                    var until = one.until();
                    if (until != null) {
                        more.accept(new Due(until, one));
                    }
                })
                .sorted(Comparator.comparing(Due::at)
                        .thenComparingLong(one -> one.entry().id()));
    }

    @Override
    public List<BlacklistEntry> due(BrandId brand, Instant now, int atMost) {
        return due(brand)
                .filter(one -> !one.at().isAfter(now))
                .map(Due::entry)
                .limit(atMost)
                .toList();
    }

    @Override
    public Optional<Instant> nextDueAt(BrandId brand) {
        return due(brand).map(Due::at).findFirst();
    }

    @Override
    public Optional<View> byPublicId(BrandId brand, Sight sight, PublicId entry) {
        return table.of(brand)
                .filter(one -> one.publicId().equals(entry) && sees(brand, sight, one))
                .map(one -> view(brand, one))
                .findFirst();
    }

    private boolean sees(BrandId brand, Sight sight, BlacklistEntry entry) {
        return sight.everything() || births(brand, entry.id()).stream().anyMatch(birth -> seen.test(birth, sight));
    }

    @Override
    public List<View> page(BrandId brand, Filter filter, long before, int atMost) {
        return table.of(brand)
                .filter(one -> one.id() < before && sees(brand, filter.sight(), one))
                .filter(one -> filter.standing() == null || filter.standing() == one.stands())
                .filter(one -> filter.reasons().isEmpty() || filter.reasons().contains(one.reason()))
                .map(one -> view(brand, one))
                .filter(one -> filter.customer() == null || filter.customer().equals(one.customer()))
                .sorted(Comparator.comparingLong((View one) -> one.entry().id()).reversed())
                .limit(atMost)
                .toList();
    }

    private View view(BrandId brand, BlacklistEntry entry) {
        return births(brand, entry.id()).stream()
                .min(Comparator.comparingLong(CustomerId::value))
                .flatMap(birth ->
                        persons.distinct(brand, List.of(birth)).stream().findFirst())
                .flatMap(person -> customers.find(brand, person))
                .map(person -> new View(entry, person.publicId(), person.nickname()))
                .orElseGet(() -> new View(entry, null, null));
    }
}
