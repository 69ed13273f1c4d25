package cn.siyu.application.contact.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Responses in memory, over the results in memory.
public final class InMemoryResponses implements Responses {
    private final InMemoryStore.Table<BrandKey, Window> written;
    private final InMemoryStore.Table<BrandKey, List<Given>> given;
    private final InMemorySendResults results;
    private final List<Source> sources = new ArrayList<>();

    private record Source(
            BrandId brand,
            @Nullable ChannelAccountId account,
            Instant from,
            @Nullable Instant until) {}

    public InMemoryResponses(InMemoryStore store, InMemorySendResults results) {
        this.written = store.table();
        this.given = store.table();
        this.results = results;
    }

    private Stream<Window> all(BrandId brand) {
        return results.all(brand).stream()
                .filter(result -> result.windowUntil() != null)
                .map(result -> window(brand, result));
    }

    private Window window(BrandId brand, SendResult result) {
        var known = written.rows().get(new BrandKey(brand, result.send().value()));
        if (known != null && known.status() != Status.OPEN) {
            return known;
        }
        Instant until = known == null ? Objects.requireNonNull(result.windowUntil()) : known.until();
        return new Window(
                result.send(),
                result.customer(),
                result.relationship(),
                result.contactClass(),
                result.at(),
                until,
                Status.OPEN,
                observed(brand, result, until),
                null,
                null);
    }

    private boolean observed(BrandId brand, SendResult result, Instant until) {
        return sources.stream().anyMatch(source -> {
            var account = source.account();
            var end = source.until();
            return source.brand().equals(brand)
                    && (account == null || account.equals(result.account()))
                    && !source.from().isAfter(result.at())
                    && (end == null || !end.isBefore(until));
        });
    }

    @Override
    public List<CustomerId> dueCustomers(BrandId brand, Instant now, int atMost) {
        return all(brand)
                .filter(window ->
                        window.status() == Status.OPEN && !window.until().isAfter(now))
                .sorted(Comparator.comparing(Window::until)
                        .thenComparingLong(window -> window.send().value()))
                .map(Window::customer)
                .distinct()
                .limit(atMost)
                .toList();
    }

    @Override
    public Optional<Instant> nextDueAt(BrandId brand) {
        return all(brand)
                .filter(window -> window.status() == Status.OPEN)
                .map(Window::until)
                .min(Instant::compareTo);
    }

    @Override
    public List<CustomerId> contacted(BrandId brand, Collection<CustomerId> customers) {
        return all(brand)
                .map(Window::customer)
                .filter(customers::contains)
                .distinct()
                .toList();
    }

    @Override
    public List<Window> windows(BrandId brand, Collection<CustomerId> customers, Instant since) {
        return all(brand)
                .filter(window -> customers.contains(window.customer())
                        && !window.deliveredAt().isBefore(since))
                .sorted(Comparator.comparingLong(
                                (Window window) -> window.customer().value())
                        .thenComparing(Window::deliveredAt)
                        .thenComparingLong(window -> window.send().value()))
                .toList();
    }

    @Override
    public Map<CustomerId, List<Instant>> answers(BrandId brand, Collection<CustomerId> customers, Instant since) {
        Map<CustomerId, List<Instant>> found = new HashMap<>();
        for (CustomerId customer : customers) {
            var times = new TreeSet<Instant>();
            given.rows()
                    .getOrDefault(new BrandKey(brand, customer.value()), List.of())
                    .forEach(answer -> times.add(answer.at()));
            times.headSet(since).clear();
            if (!times.isEmpty()) {
                found.put(customer, List.copyOf(times));
            }
        }
        return found;
    }

    @Override
    public void addAnswers(BrandId brand, List<Given> answers) {
        for (Given answer : answers) {
            var key = new BrandKey(brand, answer.customer().value());
            var known = new ArrayList<>(given.rows().getOrDefault(key, List.of()));
            if (!known.contains(answer)) {
                known.add(answer);
            }
            given.rows().put(key, List.copyOf(known));
        }
    }

    @Override
    public void write(BrandId brand, List<Window> windows) {
        windows.forEach(
                window -> written.rows().put(new BrandKey(brand, window.send().value()), window));
    }

    @Override
    public void sourceLive(BrandId brand, @Nullable ChannelAccountId source, Instant from, @Nullable Instant until) {
        sources.add(new Source(brand, source, from, until));
    }
}
