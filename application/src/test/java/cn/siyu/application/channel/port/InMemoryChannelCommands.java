package cn.siyu.application.channel.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.TagId;
import java.time.Instant;
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

/// Channel commands in memory.
public final class InMemoryChannelCommands implements ChannelCommands {
    private final InMemoryStore.Table<Long, Row> table;

    public InMemoryChannelCommands(InMemoryStore store) {
        this.table = store.table();
    }

    private enum State {
        WAITING,
        DONE,
        FAILED
    }

    private record Row(
            BrandId brand,
            Queued queued,
            Instant createdAt,
            State state,
            Instant dueAt,
            @Nullable String problem) {}

    @Override
    public void add(BrandId brand, long id, ChannelCommand command, Instant now) {
        table.rows().put(id, new Row(brand, new Queued(id, command, 0), now, State.WAITING, now, null));
    }

    @Override
    public void addAll(BrandId brand, Map<Long, ChannelCommand> commands, Instant now) {
        commands.forEach((id, command) -> add(brand, id, command, now));
    }

    @Override
    public List<Queued> due(BrandId brand, Instant now, int atMost) {
        return table.rows().values().stream()
                .filter(row -> row.brand().equals(brand) && row.state() == State.WAITING)
                .filter(row -> !row.dueAt().isAfter(now))
                .limit(atMost)
                .map(Row::queued)
                .toList();
    }

    @Override
    public Optional<Instant> nextDueAt(BrandId brand) {
        return table.rows().values().stream()
                .filter(row -> row.brand().equals(brand) && row.state() == State.WAITING)
                .map(Row::dueAt)
                .min(Instant::compareTo);
    }

    @Override
    public Set<TagId> untoldTags(BrandId brand, ChannelAccountId account, String contactId) {
        return table.rows().values().stream()
                .filter(row -> row.brand().equals(brand) && row.state() == State.WAITING)
                .filter(row -> row.queued().command() instanceof ChannelCommand.MarkTags mark
                        && mark.account().equals(account)
                        && mark.contactId().equals(contactId))
                .flatMap(row -> ((ChannelCommand.MarkTags) row.queued().command()).tags().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public Map<String, Set<TagId>> untoldTags(BrandId brand, ChannelAccountId account) {
        var untold = new HashMap<String, Set<TagId>>();
        for (Row row : table.rows().values()) {
            if (row.brand().equals(brand)
                    && row.state() == State.WAITING
                    && row.queued().command() instanceof ChannelCommand.MarkTags mark
                    && mark.account().equals(account)) {
                untold.computeIfAbsent(mark.contactId(), _ -> new HashSet<>()).addAll(mark.tags());
            }
        }
        return untold;
    }

    @Override
    public void done(BrandId brand, long id) {
        end(brand, id, State.DONE, null);
    }

    @Override
    public void fail(BrandId brand, long id, String problem) {
        end(brand, id, State.FAILED, problem);
    }

    @Override
    public List<Failed> failed(BrandId brand, long before, int atMost) {
        return failed(brand)
                .filter(row -> row.queued().id() < before)
                .sorted(Comparator.comparingLong((Row row) -> row.queued().id()).reversed())
                .limit(atMost)
                .map(row -> new Failed(
                        row.queued().id(),
                        row.queued().command(),
                        row.createdAt(),
                        row.queued().attempts(),
                        Objects.requireNonNullElse(row.problem(), "")))
                .toList();
    }

    @Override
    public int retry(BrandId brand, Collection<Long> ids, Instant now) {
        var again = failed(brand).filter(row -> ids.contains(row.queued().id())).toList();
        again.forEach(row -> {
            var queued = new Queued(row.queued().id(), row.queued().command(), 0);
            table.rows().put(queued.id(), new Row(brand, queued, row.createdAt(), State.WAITING, now, null));
        });
        return again.size();
    }

    private Stream<Row> failed(BrandId brand) {
        return table.rows().values().stream().filter(row -> row.brand().equals(brand) && row.state() == State.FAILED);
    }

    private void end(BrandId brand, long id, State state, @Nullable String problem) {
        table.rows()
                .computeIfPresent(
                        id, (_, row) -> new Row(brand, row.queued(), row.createdAt(), state, row.dueAt(), problem));
    }

    @Override
    public void postpone(BrandId brand, long id, Instant dueAt, String problem) {
        table.rows()
                .computeIfPresent(
                        id,
                        (_, row) -> new Row(
                                brand,
                                new Queued(
                                        id, row.queued().command(), row.queued().attempts() + 1),
                                row.createdAt(),
                                State.WAITING,
                                dueAt,
                                problem));
    }
}
