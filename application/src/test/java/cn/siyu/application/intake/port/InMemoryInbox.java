package cn.siyu.application.intake.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.domain.brand.BrandId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The inbox in memory.
public final class InMemoryInbox implements Inbox {
    private final InMemoryStore.Table<Long, Row> table;

    public InMemoryInbox(InMemoryStore store) {
        this.table = store.table();
    }

    private enum State {
        WAITING,
        DONE,
        PARKED
    }

    private record Row(
            BrandId brand,
            Waiting waiting,
            State state,
            Instant dueAt,
            @Nullable String problem) {}

    @Override
    public boolean add(BrandId brand, Event event) {
        boolean known = table.rows().values().stream()
                .anyMatch(row -> row.brand().equals(brand)
                        && row.waiting().event().connection().equals(event.connection())
                        && row.waiting().event().hash().equals(event.hash()));
        if (known) {
            return false;
        }
        table.rows().put(event.id(), new Row(brand, new Waiting(event, 0), State.WAITING, event.receivedAt(), null));
        return true;
    }

    @Override
    public List<Waiting> due(BrandId brand, Instant now, int atMost) {
        return table.rows().values().stream()
                .filter(row -> row.brand().equals(brand) && row.state() == State.WAITING)
                .filter(row -> !row.dueAt().isAfter(now))
                .limit(atMost)
                .map(Row::waiting)
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
    public void done(BrandId brand, long id) {
        end(id, State.DONE, null);
    }

    @Override
    public void park(BrandId brand, long id, String problem) {
        end(id, State.PARKED, problem);
    }

    @Override
    public List<Parked> parked(BrandId brand, long before, int atMost) {
        return table.rows().values().stream()
                .filter(row -> row.brand().equals(brand) && row.state() == State.PARKED)
                .map(row -> new Parked(
                        row.waiting().event(), row.waiting().attempts(), Objects.requireNonNullElse(row.problem(), "")))
                .filter(parked -> parked.event().id() < before)
                .sorted(Comparator.comparingLong(
                                (Parked parked) -> parked.event().id())
                        .reversed())
                .limit(atMost)
                .toList();
    }

    @Override
    public int retry(BrandId brand, Collection<Long> ids, Instant now) {
        var again = parked(brand, Long.MAX_VALUE, Integer.MAX_VALUE).stream()
                .map(Parked::event)
                .filter(event -> ids.contains(event.id()))
                .toList();
        again.forEach(event ->
                table.rows().put(event.id(), new Row(brand, new Waiting(event, 0), State.WAITING, now, null)));
        return again.size();
    }

    private void end(long id, State state, @Nullable String problem) {
        table.rows().computeIfPresent(id, (_, row) -> new Row(row.brand(), row.waiting(), state, row.dueAt(), problem));
    }

    @Override
    public void postpone(BrandId brand, long id, Instant dueAt, String problem) {
        table.rows()
                .computeIfPresent(
                        id,
                        (_, row) -> new Row(
                                row.brand(),
                                new Waiting(row.waiting().event(), row.waiting().attempts() + 1),
                                State.WAITING,
                                dueAt,
                                problem));
    }
}
