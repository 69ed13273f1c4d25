package cn.siyu.application.continuity.port;

import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.continuity.Inheritance;
import cn.siyu.domain.continuity.InheritanceId;
import cn.siyu.domain.continuity.Transfer;
import cn.siyu.domain.continuity.Transfer.State;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.RelationshipId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Transfers and their calls in memory.
public final class InMemoryTransferBook implements TransferBook {
    private final InMemoryStore.Table<InMemoryStore.Key, Transfer> table;
    private final InMemoryStore.Table<InMemoryStore.Key, TransferCall> calls;
    private final InMemoryStore.Table<InMemoryStore.Key, Instant> reads;
    private final Inheritances inheritances;
    private final BiPredicate<Transfer, Sight> seen;

    /// @param seen whether the account that hands over is seen, and the customer, if there is one
    public InMemoryTransferBook(InMemoryStore store, Inheritances inheritances, BiPredicate<Transfer, Sight> seen) {
        this.seen = seen;
        this.table = store.table();
        this.calls = store.table();
        this.reads = store.table();
        this.inheritances = inheritances;
    }

    /// All transfers of a brand, by number.
    public List<Transfer> all(BrandId brand) {
        return table.of(brand).toList();
    }

    /// All calls of a brand, by number.
    public List<TransferCall> calls(BrandId brand) {
        return calls.of(brand).toList();
    }

    private static InMemoryStore.Key key(BrandId brand, long id) {
        return new InMemoryStore.Key(brand, id);
    }

    private static List<Object> open(Transfer one) {
        return switch (one.subject()) {
            case Transfer.OfCustomer customer -> List.of(customer.relationship());
            case Transfer.OfGroup(var ref) -> List.of(one.from(), ref);
        };
    }

    @Override
    public Set<Long> add(BrandId brand, List<Transfer> transfers) {
        var taken = table.of(brand)
                .filter(Transfer::open)
                .map(InMemoryTransferBook::open)
                .collect(Collectors.toCollection(HashSet::new));
        var added = new HashSet<Long>();
        for (Transfer one : transfers) {
            if (!one.open() || taken.add(open(one))) {
                table.rows().put(key(brand, one.id()), one);
                added.add(one.id());
            }
        }
        return added;
    }

    @Override
    public Set<RelationshipId> underWay(BrandId brand, Collection<RelationshipId> relationships) {
        return table.of(brand)
                .filter(Transfer::open)
                .flatMap(one -> one.subject() instanceof Transfer.OfCustomer customer
                        ? Stream.of(customer.relationship())
                        : Stream.empty())
                .filter(relationships::contains)
                .collect(Collectors.toSet());
    }

    @Override
    public List<Transfer> queued(BrandId brand, Instant now, int atMost) {
        return table.of(brand)
                .filter(one -> one.state() == State.QUEUED && !one.dueAt().isAfter(now))
                .sorted(Comparator.comparing(Transfer::dueAt))
                .limit(atMost)
                .toList();
    }

    @Override
    public List<Transfer> queuedOf(BrandId brand, InheritanceId inheritance) {
        return table.of(brand)
                .filter(one -> one.state() == State.QUEUED && one.inheritance().equals(inheritance))
                .toList();
    }

    @Override
    public void replace(BrandId brand, List<Transfer> transfers) {
        for (Transfer one : transfers) {
            var stored = Objects.requireNonNull(table.rows().get(key(brand, one.id())));
            if (stored.version() + 1 != one.version()) {
                throw new StaleAggregate("transfer", one.id());
            }
            table.rows().put(key(brand, one.id()), one);
        }
    }

    private static boolean asked(Transfer one) {
        return one.open() && one.state() != State.QUEUED;
    }

    @Override
    public List<Transfer> openIn(BrandId brand, Collection<Long> wanted) {
        return table.of(brand)
                .filter(one -> asked(one) && one.call() != null && wanted.contains(one.call()))
                .toList();
    }

    @Override
    public Optional<Transfer> awaited(BrandId brand, IdentityId identity, ChannelAccountId account) {
        return table.of(brand)
                .filter(one -> asked(one)
                        && one.subject() instanceof Transfer.OfCustomer customer
                        && customer.identity().equals(identity)
                        && (one.from().equals(account) || account.equals(one.to())))
                .max(Comparator.comparingLong(Transfer::id));
    }

    @Override
    public boolean became(BrandId brand, IdentityId identity, RelationshipId relationship) {
        return table.of(brand)
                .anyMatch(one -> one.subject() instanceof Transfer.OfCustomer customer
                        && customer.identity().equals(identity)
                        && relationship.equals(one.became()));
    }

    @Override
    public boolean anyOpen(BrandId brand, InheritanceId inheritance) {
        return table.of(brand).anyMatch(one -> one.open() && one.inheritance().equals(inheritance));
    }

    @Override
    public Map<String, List<Instant>> takenOnTheJob(BrandId brand, Collection<String> refs, Instant since) {
        var taken = new HashMap<String, List<Instant>>();
        table.of(brand).forEach(one -> {
            var at = one.takenAt();
            boolean counts = one.state() == State.TAKEN
                    && refs.contains(one.subject().ref())
                    && at != null
                    && !at.isBefore(since)
                    && inheritances.find(brand, one.inheritance()).orElseThrow().kind() == Inheritance.Kind.ON_THE_JOB;
            if (counts) {
                taken.computeIfAbsent(one.subject().ref(), _ -> new ArrayList<>())
                        .add(at);
            }
        });
        return taken;
    }

    @Override
    public Map<String, Integer> waitingOnTheJob(BrandId brand, Collection<String> refs) {
        return table.of(brand)
                .filter(one -> asked(one)
                        && refs.contains(one.subject().ref())
                        && inheritances
                                        .find(brand, one.inheritance())
                                        .orElseThrow()
                                        .kind()
                                == Inheritance.Kind.ON_THE_JOB)
                .collect(Collectors.toMap(one -> one.subject().ref(), _ -> 1, Integer::sum));
    }

    @Override
    public int groupsAsked(BrandId brand, ChannelAccountId from, Instant since) {
        return (int) table.of(brand)
                .filter(one -> !one.ofCustomer()
                        && one.from().equals(from)
                        && one.askedAt() != null
                        && !one.askedAt().isBefore(since))
                .count();
    }

    @Override
    public List<Count> counts(BrandId brand, Collection<InheritanceId> wanted) {
        record Of(InheritanceId inheritance, boolean ofCustomers, State state) {}
        var counted = table.of(brand)
                .filter(one -> wanted.contains(one.inheritance()))
                .collect(Collectors.groupingBy(
                        one -> new Of(one.inheritance(), one.ofCustomer(), one.state()), Collectors.counting()));
        var counts = new ArrayList<Count>();
        counted.forEach((of, number) ->
                counts.add(new Count(of.inheritance(), of.ofCustomers(), of.state(), Math.toIntExact(number))));
        return counts;
    }

    @Override
    public List<Transfer> page(
            BrandId brand, InheritanceId inheritance, Sight sight, Filter filter, long after, int atMost) {
        return table.of(brand)
                .filter(one -> seen.test(one, sight))
                .filter(one -> one.inheritance().equals(inheritance) && one.id() > after)
                .filter(one -> filter.states().isEmpty() || filter.states().contains(one.state()))
                .filter(one -> filter.ofCustomers() == null || filter.ofCustomers() == one.ofCustomer())
                .filter(one -> filter.taker() == null || filter.taker().equals(one.to()))
                .limit(atMost)
                .toList();
    }

    @Override
    public Map<ChannelAccountId, Integer> promised(BrandId brand, Collection<ChannelAccountId> takers) {
        return table.of(brand)
                .filter(one -> one.open() && one.ofCustomer() && takers.contains(one.taker()))
                .collect(Collectors.toMap(Transfer::taker, _ -> 1, Integer::sum));
    }

    @Override
    public void intend(BrandId brand, TransferCall call) {
        calls.rows().put(key(brand, call.id()), call);
    }

    private static TransferCall with(TransferCall call, TransferCall.State state, @Nullable String problem, int reads) {
        return new TransferCall(
                call.id(),
                call.inheritance(),
                call.ofCustomers(),
                call.from(),
                call.to(),
                call.afterLeaving(),
                call.size(),
                state,
                problem,
                call.askedAt(),
                call.claimedAt(),
                reads);
    }

    private void readAt(InMemoryStore.Key key, @Nullable Instant at) {
        if (at == null) {
            reads.rows().remove(key);
        } else {
            reads.rows().put(key, at);
        }
    }

    @Override
    public boolean conclude(
            BrandId brand, long id, TransferCall.State state, @Nullable String problem, @Nullable Instant readAt) {
        var call = Objects.requireNonNull(calls.rows().get(key(brand, id)));
        if (call.state() != TransferCall.State.INTENT) {
            return false;
        }
        calls.rows().put(key(brand, id), with(call, state, problem, call.reads()));
        readAt(key(brand, id), readAt);
        return true;
    }

    @Override
    public boolean anyGone(BrandId brand, Instant claimedBefore) {
        return calls.of(brand)
                .anyMatch(call -> call.state() == TransferCall.State.INTENT
                        && call.claimedAt().isBefore(claimedBefore));
    }

    @Override
    public int park(BrandId brand, Instant claimedBefore, Instant readAt) {
        var gone = calls.of(brand)
                .filter(call -> call.state() == TransferCall.State.INTENT
                        && call.claimedAt().isBefore(claimedBefore))
                .toList();
        for (TransferCall call : gone) {
            replace(
                    brand,
                    openIn(brand, List.of(call.id())).stream()
                            .filter(one -> one.state() == State.ASKED)
                            .map(one -> one.unknown(Transfer.Reason.UNANSWERED))
                            .toList());
            calls.rows().put(key(brand, call.id()), with(call, TransferCall.State.UNKNOWN, null, call.reads()));
            readAt(key(brand, call.id()), readAt);
        }
        return gone.size();
    }

    @Override
    public List<TransferCall> toRead(BrandId brand, Instant now, int atMost) {
        return reads.rows().entrySet().stream()
                .filter(one ->
                        one.getKey().brand().equals(brand) && !one.getValue().isAfter(now))
                .sorted(Map.Entry.comparingByValue())
                .limit(atMost)
                .map(one -> Objects.requireNonNull(calls.rows().get(one.getKey())))
                .toList();
    }

    @Override
    public void read(BrandId brand, Collection<TransferCall> all, Map<Long, Instant> next) {
        for (TransferCall call : all) {
            calls.rows()
                    .computeIfPresent(
                            key(brand, call.id()),
                            (_, stored) -> with(stored, stored.state(), stored.problem(), call.reads() + 1));
            readAt(key(brand, call.id()), next.get(call.id()));
        }
    }

    @Override
    public void readBy(BrandId brand, long call, Instant moment) {
        reads.rows().computeIfPresent(key(brand, call), (_, at) -> at.isAfter(moment) ? moment : at);
    }

    @Override
    public Optional<Instant> nextDueAt(BrandId brand) {
        var queued = table.of(brand).filter(one -> one.state() == State.QUEUED).map(Transfer::dueAt);
        var reading = reads.rows().entrySet().stream()
                .filter(one -> one.getKey().brand().equals(brand))
                .map(Map.Entry::getValue);
        return Stream.concat(queued, reading).min(Comparator.naturalOrder());
    }
}
