package cn.siyu.application.insight.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.customer.CustomerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/// Attributions in memory, and the deliveries a test tells.
public final class InMemoryAttributions implements Attributions {
    private final InMemoryStore.Table<Long, Share> table;
    private final List<Delivered> deliveries = new ArrayList<>();

    public InMemoryAttributions(InMemoryStore store) {
        this.table = store.table();
    }

    /// A contact was delivered.
    public void tell(Delivered delivered) {
        deliveries.add(delivered);
    }

    @Override
    public List<Delivered> delivered(BrandId brand, Collection<CustomerId> customers, Instant from, Instant until) {
        return deliveries.stream()
                .filter(one -> customers.contains(one.customer()))
                .filter(one -> !one.touch().deliveredAt().isBefore(from)
                        && !one.touch().deliveredAt().isAfter(until))
                .toList();
    }

    @Override
    public void replace(BrandId brand, Collection<Long> orders, List<Share> shares, Instant at) {
        table.rows().values().removeIf(share -> orders.contains(share.order()));
        shares.forEach(share -> table.rows().put(share.id(), share));
    }

    @Override
    public List<Share> ofSend(BrandId brand, SendId send) {
        return table.rows().values().stream()
                .filter(share -> share.send().equals(OptionalLong.of(send.value())))
                .sorted(Comparator.comparingLong(Share::order)
                        .thenComparing(share -> share.method().name()))
                .toList();
    }

    @Override
    public List<Share> of(BrandId brand, long order) {
        return table.rows().values().stream()
                .filter(share -> share.order() == order)
                .sorted(Comparator.comparing((Share share) -> share.method().name())
                        .thenComparingLong(Share::id))
                .toList();
    }
}
