package cn.siyu.application.continuity.port;

import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.customer.port.InMemoryCustomers;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.continuity.pool.PoolClaim;
import cn.siyu.domain.continuity.pool.PoolEntry;
import cn.siyu.domain.continuity.pool.Tie;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.id.PublicId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The pool in memory, over customers and their relationships kept elsewhere. It knows of no
/// transfers, contacts and orders.
public final class InMemoryCustomerPool implements CustomerPool {
    private final InMemoryStore.Table<InMemoryStore.Key, PoolEntry> table;
    private final InMemoryStore.Table<Integer, Round> rounds;
    private final InMemoryCustomers customers;
    private final Persons persons;
    private final Relationships relationships;
    private final ChannelAccounts accounts;
    private final StaffMembers staff;
    private final Departments departments;
    private final InMemoryPoolClaims claims;

    public InMemoryCustomerPool(
            InMemoryStore store,
            InMemoryCustomers customers,
            Persons persons,
            Relationships relationships,
            ChannelAccounts accounts,
            StaffMembers staff,
            Departments departments,
            InMemoryPoolClaims claims) {
        this.table = store.table();
        this.rounds = store.table();
        this.customers = customers;
        this.persons = persons;
        this.relationships = relationships;
        this.accounts = accounts;
        this.staff = staff;
        this.departments = departments;
        this.claims = claims;
        claims.entriesBy((brand, id) -> Objects.requireNonNull(table.rows().get(new InMemoryStore.Key(brand, id)))
                .publicId());
    }

    @Override
    public List<CustomerId> people(BrandId brand, long after, int atMost) {
        return customers.all(brand).stream()
                .map(one -> one.id())
                .filter(one -> one.value() > after && person(brand, one).equals(one))
                .sorted(Comparator.comparingLong(CustomerId::value))
                .limit(atMost)
                .toList();
    }

    private CustomerId person(BrandId brand, CustomerId customer) {
        return persons.of(brand, List.of(customer)).getOrDefault(customer, customer);
    }

    @Override
    public Map<CustomerId, Standing> standings(BrandId brand, Collection<CustomerId> people, boolean contacts) {
        var standings = new HashMap<CustomerId, Standing>();
        for (CustomerId person : people) {
            customers
                    .find(brand, person)
                    .ifPresent(customer -> standings.put(
                            person,
                            new Standing(
                                    customer.blacklisted(),
                                    0,
                                    relationships.of(brand, List.of(person)).stream()
                                            .map(one -> tie(brand, one))
                                            .toList())));
        }
        return standings;
    }

    private Tie tie(BrandId brand, Relationship relationship) {
        var account = accounts.find(brand, relationship.account()).orElseThrow();
        var holder = staff.find(brand, account.staff()).orElseThrow();
        boolean usable = account.state() != ChannelAccount.State.CLOSED
                && account.health() != ChannelAccount.Health.BLOCKED
                && holder.active();
        return new Tie(
                relationship.addedAt(),
                relationship.ended(),
                account.id(),
                account.staff(),
                account.department(),
                usable,
                holder.active() ? account.updatedAt() : holder.updatedAt(),
                Tie.Handover.NONE,
                null);
    }

    @Override
    public Map<CustomerId, List<PoolEntry>> lockOf(BrandId brand, Collection<CustomerId> wanted) {
        var people = persons.distinct(brand, wanted);
        return table.of(brand)
                .filter(entry -> entry.left() == null && people.contains(person(brand, entry.customer())))
                .collect(Collectors.groupingBy(entry -> person(brand, entry.customer())));
    }

    @Override
    public Optional<PoolEntry> lock(BrandId brand, PublicId entry) {
        return table.of(brand).filter(one -> one.publicId().equals(entry)).findFirst();
    }

    @Override
    public List<PoolEntry> lockAll(BrandId brand, Collection<Long> entries) {
        return table.of(brand).filter(one -> entries.contains(one.id())).toList();
    }

    @Override
    public Set<Long> add(BrandId brand, List<PoolEntry> entries) {
        var added = new HashSet<Long>();
        for (PoolEntry entry : entries) {
            boolean there = table.of(brand)
                    .anyMatch(one -> one.left() == null && one.customer().equals(entry.customer()));
            if (!there) {
                table.rows().put(new InMemoryStore.Key(brand, entry.id()), entry);
                added.add(entry.id());
            }
        }
        return added;
    }

    @Override
    public void replace(BrandId brand, List<PoolEntry> entries) {
        for (PoolEntry entry : entries) {
            var key = new InMemoryStore.Key(brand, entry.id());
            var old = table.rows().get(key);
            if (old == null || old.version() != entry.version() - 1) {
                throw new StaleAggregate("pool entry", entry.id());
            }
            table.rows().put(key, entry);
        }
    }

    @Override
    public Optional<View> view(BrandId brand, Reader reader, PublicId entry) {
        return lock(brand, entry).filter(one -> seen(brand, reader, one)).map(one -> view(brand, one));
    }

    @Override
    public List<View> page(BrandId brand, Filter filter, @Nullable Place after, int atMost) {
        return table.of(brand)
                .filter(one -> filter.states().isEmpty() || filter.states().contains(one.state()))
                .filter(one -> filter.reasons().isEmpty() || filter.reasons().contains(one.reason()))
                .filter(one -> one.value() >= filter.valueFrom() && one.value() <= filter.valueTo())
                .filter(one -> seen(brand, filter.reader(), one))
                .map(one -> view(brand, one))
                .filter(one -> matches(filter.formerDepartment(), one.formerDepartment())
                        && matches(filter.customer(), one.customer()))
                .filter(one -> after == null
                        || one.entry().value() < after.value()
                        || (one.entry().value() == after.value() && one.entry().id() < after.id()))
                .sorted(Comparator.comparingLong((View one) -> one.entry().value())
                        .thenComparingLong(one -> one.entry().id())
                        .reversed())
                .limit(atMost)
                .toList();
    }

    private boolean seen(BrandId brand, Reader reader, PoolEntry entry) {
        if (entry.state() == PoolEntry.State.FREE) {
            var offered = reader.offered();
            return offered == null || offered.contains(entry.formerDepartment());
        }
        var serving = relationships.of(brand, List.of(person(brand, entry.customer()))).stream()
                .filter(one -> one.ended() == null)
                .map(Relationship::account);
        var claiming = claims.standing(brand, List.of(entry.id())).stream().map(PoolClaim::account);
        return reader.sight().everything()
                || Stream.concat(serving, claiming)
                        .map(account -> accounts.find(brand, account).orElseThrow())
                        .anyMatch(one -> reader.sight().held(one.staff(), one.department()));
    }

    private static boolean matches(@Nullable PublicId wanted, PublicId is) {
        return wanted == null || wanted.equals(is);
    }

    private View view(BrandId brand, PoolEntry entry) {
        var customer = customers.find(brand, person(brand, entry.customer())).orElseThrow();
        var member = staff.find(brand, entry.formerStaff()).orElseThrow();
        return new View(
                entry,
                customer.publicId(),
                customer.nickname(),
                member.publicId(),
                member.name(),
                departments.find(brand, entry.formerDepartment()).orElseThrow().publicId(),
                Stream.of(entry.id())
                        .flatMap(id -> claims.standing(brand, List.of(id)).stream())
                        .map(PoolClaim::publicId)
                        .findFirst()
                        .orElse(null));
    }

    @Override
    public Optional<Round> round(BrandId brand) {
        return Optional.ofNullable(rounds.rows().get(brand.value()));
    }

    @Override
    public boolean save(BrandId brand, @Nullable Round before, Round next) {
        boolean same = Objects.equals(rounds.rows().get(brand.value()), before);
        if (same) {
            rounds.rows().put(brand.value(), next);
        }
        return same;
    }
}
