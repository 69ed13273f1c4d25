package cn.siyu.application.contact.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A log that holds what was put into it. It knows public ids only, so it tells states apart and leaves the other
/// filters and the sight to the databases' tests.
public final class InMemoryContactLog implements ContactLog {
    private final List<Entry<SendView>> sends = new ArrayList<>();
    private final List<Entry<BatchView>> batches = new ArrayList<>();

    private record Entry<T>(BrandId brand, T view) {}

    public void put(BrandId brand, SendView send) {
        sends.add(new Entry<>(brand, send));
    }

    public void put(BrandId brand, BatchView batch) {
        batches.add(new Entry<>(brand, batch));
    }

    @Override
    public Optional<SendView> send(BrandId brand, Sight sight, PublicId id) {
        return sends(brand, sight, SendFilter.ANY, NEWEST, Integer.MAX_VALUE).stream()
                .filter(send -> send.publicId().equals(id))
                .findFirst();
    }

    @Override
    public List<SendView> sends(BrandId brand, Sight sight, SendFilter filter, long before, int atMost) {
        return sends.stream()
                .filter(entry -> entry.brand().equals(brand))
                .map(Entry::view)
                .filter(send -> send.id().value() < before)
                .filter(send -> filter.state() == null || send.state() == filter.state())
                .sorted(Comparator.comparingLong((SendView send) -> send.id().value())
                        .reversed())
                .limit(atMost)
                .toList();
    }

    @Override
    public Optional<BatchView> batch(BrandId brand, Sight sight, PublicId id) {
        return batches(brand, sight, BatchFilter.ANY, NEWEST, Integer.MAX_VALUE).stream()
                .filter(batch -> batch.publicId().equals(id))
                .findFirst();
    }

    @Override
    public List<BatchView> batches(BrandId brand, Sight sight, BatchFilter filter, long before, int atMost) {
        return batches.stream()
                .filter(entry -> entry.brand().equals(brand))
                .map(Entry::view)
                .filter(batch -> batch.id().value() < before)
                .filter(batch -> filter.state() == null || batch.state() == filter.state())
                .sorted(Comparator.comparingLong((BatchView batch) -> batch.id().value())
                        .reversed())
                .limit(atMost)
                .toList();
    }
}
