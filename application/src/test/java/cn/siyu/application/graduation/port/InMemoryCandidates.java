package cn.siyu.application.graduation.port;

import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.audience.Assignment.Arm;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.graduation.Candidate;
import cn.siyu.domain.graduation.CandidateId;
import cn.siyu.domain.graduation.ProgramId;
import cn.siyu.domain.graduation.ProgramResult;
import cn.siyu.domain.id.PublicId;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Candidates in memory. What became of people isn't computed: a test says it.
public final class InMemoryCandidates implements Candidates {
    private final InMemoryStore.Table<InMemoryStore.Key, Candidate> table;
    private final Function<CustomerId, PublicId> names;
    private final BiPredicate<CustomerId, Sight> seen;
    private final List<Outcome> outcomes = new ArrayList<>();

    /// @param names what clients call customers
    /// @param seen who is seen
    public InMemoryCandidates(
            InMemoryStore store, Function<CustomerId, PublicId> names, BiPredicate<CustomerId, Sight> seen) {
        this.table = store.table();
        this.names = names;
        this.seen = seen;
    }

    /// What is told from now on of what became of people.
    public void became(List<Outcome> people) {
        outcomes.clear();
        outcomes.addAll(people);
    }

    private void put(BrandId brand, Candidate one) {
        table.rows().put(new InMemoryStore.Key(brand, one.id().value()), one);
    }

    @Override
    public Set<CandidateId> add(BrandId brand, List<Candidate> candidates) {
        var added = new HashSet<CandidateId>();
        for (Candidate each : candidates) {
            boolean there = table.of(brand)
                    .anyMatch(one -> one.program().equals(each.program())
                            && one.customer().equals(each.customer()));
            if (!there) {
                put(brand, each);
                added.add(each.id());
            }
        }
        return added;
    }

    private Stream<Candidate> waiting(BrandId brand) {
        return table.of(brand)
                .filter(each -> each.dueAt() != null)
                .sorted(Comparator.comparing((Candidate each) -> Objects.requireNonNull(each.dueAt()))
                        .thenComparingLong(each -> each.id().value()));
    }

    @Override
    public List<Candidate> takeDue(BrandId brand, Instant now, int atMost) {
        return waiting(brand)
                .filter(each -> !Objects.requireNonNull(each.dueAt()).isAfter(now))
                .limit(atMost)
                .toList();
    }

    @Override
    public Optional<Instant> nextDueAt(BrandId brand) {
        return waiting(brand).map(each -> Objects.requireNonNull(each.dueAt())).findFirst();
    }

    @Override
    public void replace(BrandId brand, List<Candidate> candidates) {
        for (Candidate each : candidates) {
            var stored = table.of(brand)
                    .filter(one -> one.id().equals(each.id()))
                    .findFirst()
                    .orElseThrow();
            if (stored.version() + 1 != each.version()) {
                throw new StaleAggregate("candidate", each.id().value());
            }
            put(brand, each);
        }
    }

    @Override
    public void touch(BrandId brand, Collection<CustomerId> births, Instant at) {
        table.of(brand)
                .filter(each -> each.open() && births.contains(each.customer()))
                .toList()
                .forEach(each -> put(brand, due(each, at)));
    }

    @Override
    public void awaken(BrandId brand, ProgramId program, Instant at) {
        table.of(brand)
                .filter(each -> each.program().equals(program) && each.state() == Candidate.State.CHOSEN)
                .toList()
                .forEach(each -> put(brand, due(each, at)));
    }

    /// Its version stays.
    private static Candidate due(Candidate one, Instant at) {
        return new Candidate(
                one.id(),
                one.publicId(),
                one.program(),
                one.customer(),
                one.arm(),
                one.before(),
                one.account(),
                one.token(),
                one.state(),
                one.reason(),
                one.invitation(),
                one.acceptance(),
                at,
                one.version(),
                one.chosenAt(),
                one.updatedAt());
    }

    @Override
    public Optional<Candidate> byToken(BrandId brand, String token) {
        return table.of(brand).filter(each -> token.equals(each.token())).findFirst();
    }

    @Override
    public Map<ChannelAccountId, Integer> openOn(BrandId brand, Set<ChannelAccountId> accounts) {
        var open = new HashMap<ChannelAccountId, Integer>();
        table.of(brand)
                .filter(each -> each.state() == Candidate.State.CHOSEN || each.state() == Candidate.State.INVITED)
                .flatMap(each -> Stream.ofNullable(each.account()))
                .filter(accounts::contains)
                .forEach(account -> open.merge(account, 1, Integer::sum));
        return open;
    }

    @Override
    public List<Listed> page(
            BrandId brand, ProgramId program, Candidate.@Nullable State state, Sight sight, long after, int atMost) {
        return table.of(brand)
                .filter(each -> each.program().equals(program) && each.id().value() > after)
                .filter(each -> state == null || each.state() == state)
                .filter(each -> seen.test(each.customer(), sight))
                .limit(atMost)
                .map(each -> new Listed(each, names.apply(each.customer()), account(each), null, null, null))
                .toList();
    }

    /// The memory knows accounts by their numbers only.
    private static @Nullable PublicId account(Candidate one) {
        var account = one.account();
        return account == null ? null : PublicId.of(one.chosenAt(), account.value(), account.value());
    }

    @Override
    public ProgramResult.Tally tally(BrandId brand, ProgramId program) {
        var all = table.of(brand).filter(each -> each.program().equals(program)).toList();
        var states = all.stream().collect(Collectors.groupingBy(Candidate::state, Collectors.counting()));
        return new ProgramResult.Tally(
                all.stream().filter(each -> each.arm() == Arm.TREATED).count(),
                all.stream().filter(each -> each.invitation().at() != null).count(),
                0,
                states.getOrDefault(Candidate.State.ACCEPTED, 0L),
                states.getOrDefault(Candidate.State.EXPIRED, 0L),
                states.getOrDefault(Candidate.State.REFUSED, 0L),
                all.stream().filter(each -> each.arm() == Arm.CONTROL).count());
    }

    @Override
    public Outcomes outcomes(BrandId brand, ProgramId program) {
        return new Outcomes(outcomes, 0);
    }
}
