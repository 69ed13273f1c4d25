package cn.siyu.application.intake.port;

import cn.siyu.application.brand.port.AlreadyExists;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.intake.Synchronization;
import cn.siyu.application.intake.Synchronization.Progress;
import cn.siyu.application.intake.SynchronizationPart;
import cn.siyu.application.intake.SynchronizationPart.Count;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Synchronisations in memory.
public final class InMemorySynchronizations implements Synchronizations {
    private final InMemoryStore.Table<InMemoryStore.Key, Synchronization> runs;
    private final InMemoryStore.Table<String, Row> parts;

    private record Row(BrandId brand, SynchronizationPart part) {
        String key() {
            return brand.value() + "/" + part.synchronization() + "/"
                    + part.account().value();
        }
    }

    public InMemorySynchronizations(InMemoryStore store) {
        this.runs = store.table();
        this.parts = store.table();
    }

    @Override
    public void add(BrandId brand, Synchronization run, Collection<SynchronizationPart> begun) {
        boolean running = runs.of(brand)
                .anyMatch(other ->
                        other.connection().equals(run.connection()) && other.state() == Synchronization.State.RUNNING);
        if (running && run.state() == Synchronization.State.RUNNING) {
            throw new AlreadyExists("synchronization", run.connection());
        }
        runs.rows().put(new InMemoryStore.Key(brand, run.id()), run);
        begun.forEach(part -> put(brand, part));
    }

    private void put(BrandId brand, SynchronizationPart part) {
        var row = new Row(brand, part);
        parts.rows().put(row.key(), row);
    }

    private Stream<SynchronizationPart> partsOf(BrandId brand) {
        return parts.rows().values().stream()
                .filter(row -> row.brand().equals(brand))
                .map(Row::part)
                .sorted(Comparator.comparingLong(SynchronizationPart::synchronization)
                        .thenComparingLong(part -> part.account().value()));
    }

    @Override
    public Optional<Synchronization> byPublicId(BrandId brand, PublicId id) {
        return runs.of(brand).filter(run -> run.publicId().equals(id)).findFirst();
    }

    @Override
    public Optional<Synchronization> find(BrandId brand, long id) {
        return Optional.ofNullable(runs.rows().get(new InMemoryStore.Key(brand, id)));
    }

    @Override
    public List<Synchronization> newest(BrandId brand, long before, int atMost) {
        return runs.of(brand)
                .filter(run -> run.id() < before)
                .sorted(Comparator.comparingLong(Synchronization::id).reversed())
                .limit(atMost)
                .toList();
    }

    @Override
    public Optional<Synchronization> latest(BrandId brand, String connection) {
        return newest(brand, Long.MAX_VALUE, Integer.MAX_VALUE).stream()
                .filter(run -> run.connection().equals(connection))
                .findFirst();
    }

    @Override
    public Optional<Instant> firstSuccess(BrandId brand, String connection) {
        return runs.of(brand)
                .filter(run -> run.connection().equals(connection))
                .filter(run -> switch (run.state()) {
                    case SUCCEEDED, PARTLY_SUCCEEDED -> true;
                    case RUNNING, FAILED, CANCELLED -> false;
                })
                .map(Synchronization::startedAt)
                .findFirst();
    }

    @Override
    public Map<Long, Progress> progress(BrandId brand, Collection<Long> ids) {
        var progress = new HashMap<Long, Progress>();
        partsOf(brand).filter(part -> ids.contains(part.synchronization())).forEach(part -> {
            var done = part.state() == SynchronizationPart.State.SUCCEEDED ? 1 : 0;
            var failed = part.state() == SynchronizationPart.State.FAILED ? 1 : 0;
            progress.merge(
                    part.synchronization(),
                    new Progress(1, done, failed, part.count()),
                    (one, other) -> new Progress(
                            one.accounts() + 1,
                            one.done() + other.done(),
                            one.failed() + other.failed(),
                            sum(one.count(), other.count())));
        });
        return progress;
    }

    private static Count sum(Count one, Count other) {
        return new Count(
                one.seen() + other.seen(),
                one.added() + other.added(),
                one.changed() + other.changed(),
                one.ended() + other.ended());
    }

    @Override
    public boolean end(BrandId brand, long id, Synchronization.State state, @Nullable String problem, Instant at) {
        var run = find(brand, id);
        if (run.isEmpty() || run.get().state() != Synchronization.State.RUNNING) {
            return false;
        }
        runs.rows()
                .put(
                        new InMemoryStore.Key(brand, id),
                        with(run.get(), state, run.get().unmatched(), problem, at));
        partsOf(brand)
                .filter(part -> part.synchronization() == id && part.open())
                .toList()
                .forEach(part -> put(
                        brand,
                        new SynchronizationPart(
                                id,
                                part.account(),
                                SynchronizationPart.State.CANCELLED,
                                part.cursor(),
                                part.attempts(),
                                null,
                                part.count(),
                                part.problem(),
                                part.version() + 1)));
        return true;
    }

    private static Synchronization with(
            Synchronization run,
            Synchronization.State state,
            @Nullable Integer unmatched,
            @Nullable String problem,
            @Nullable Instant finishedAt) {
        return new Synchronization(
                run.id(),
                run.publicId(),
                run.channel(),
                run.connection(),
                run.kind(),
                state,
                run.startedBy(),
                unmatched,
                problem,
                run.startedAt(),
                finishedAt);
    }

    @Override
    public void unmatched(BrandId brand, long id, int members) {
        runs.rows()
                .computeIfPresent(
                        new InMemoryStore.Key(brand, id),
                        (_, run) -> with(run, run.state(), members, run.problem(), run.finishedAt()));
    }

    @Override
    public List<SynchronizationPart> due(BrandId brand, Instant now, int atMost) {
        return partsOf(brand)
                .filter(part -> part.dueAt() != null && !part.dueAt().isAfter(now))
                .sorted(Comparator.comparing(part -> Objects.requireNonNull(part.dueAt())))
                .limit(atMost)
                .toList();
    }

    @Override
    public Optional<Instant> nextDueAt(BrandId brand) {
        return partsOf(brand)
                .flatMap(part -> Optional.ofNullable(part.dueAt()).stream())
                .min(Comparator.naturalOrder());
    }

    @Override
    public void replace(BrandId brand, SynchronizationPart part) {
        var stored = part(brand, part.synchronization(), part.account()).orElseThrow();
        if (stored.version() + 1 != part.version()) {
            throw new StaleAggregate("synchronization part", part.account().value());
        }
        put(brand, part);
    }

    @Override
    public List<SynchronizationPart> parts(BrandId brand, long id, long after, boolean problemsOnly, int atMost) {
        return partsOf(brand)
                .filter(part -> part.synchronization() == id && part.account().value() > after)
                .filter(part -> !problemsOnly
                        || part.state() == SynchronizationPart.State.FAILED
                        || (part.open() && part.problem() != null))
                .limit(atMost)
                .toList();
    }

    @Override
    public Optional<SynchronizationPart> part(BrandId brand, long id, ChannelAccountId account) {
        return partsOf(brand)
                .filter(part -> part.synchronization() == id && part.account().equals(account))
                .findFirst();
    }
}
