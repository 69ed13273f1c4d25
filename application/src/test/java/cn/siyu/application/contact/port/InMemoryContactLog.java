package cn.siyu.application.contact.port;

import cn.siyu.application.brand.Sight;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.InMemorySight;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A log that holds what was put into it.
public final class InMemoryContactLog implements ContactLog {
    private final List<Entry<SendView>> sends = new ArrayList<>();
    private final List<Entry<BatchView>> batches = new ArrayList<>();

    private final InMemorySight sights;
    private final ChannelAccounts accounts;
    private final Customers customers;

    public InMemoryContactLog(InMemorySight sights, ChannelAccounts accounts, Customers customers) {
        this.sights = sights;
        this.accounts = accounts;
        this.customers = customers;
    }

    private boolean over(BrandId brand, Sight sight, @Nullable PublicId account) {
        return account == null
                || sights.over(
                        brand,
                        sight,
                        accounts.byPublicId(brand, account).orElseThrow().id());
    }

    private boolean sees(BrandId brand, Sight sight, SendView send) {
        return sight.everything()
                || (over(brand, sight, send.refers().account())
                        && customers
                                .byPublicId(brand, send.refers().customer())
                                .filter(found -> sights.customer(brand, sight, found.id()))
                                .isPresent());
    }

    private static boolean fits(@Nullable PublicId wanted, @Nullable PublicId is) {
        return wanted == null || wanted.equals(is);
    }

    private static boolean fits(SendFilter filter, SendView send) {
        var of = filter.of();
        var refers = send.refers();
        Instant from = filter.plannedFrom();
        Instant before = filter.plannedBefore();
        return fits(of.customer(), refers.customer())
                && fits(of.account(), refers.account())
                && fits(of.sop(), refers.sop())
                && fits(of.sopVersion(), refers.sopVersion())
                && fits(of.wave(), refers.wave())
                && fits(of.batch(), refers.batch())
                && (filter.states().isEmpty() || filter.states().contains(send.state()))
                && (filter.classes().isEmpty() || filter.classes().contains(send.contactClass()))
                && (from == null || !send.times().createdAt().isBefore(from))
                && (before == null || send.times().createdAt().isBefore(before));
    }

    private static boolean fits(BatchFilter filter, BatchView batch) {
        Instant from = filter.sentFrom();
        Instant before = filter.sentBefore();
        Instant sent = batch.times().sentAt();
        return fits(filter.account(), batch.account())
                && (filter.states().isEmpty() || filter.states().contains(batch.state()))
                && (from == null || (sent != null && !sent.isBefore(from)))
                && (before == null || (sent != null && sent.isBefore(before)));
    }

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
                .filter(send -> sees(brand, sight, send) && fits(filter, send))
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
                .filter(batch -> over(brand, sight, batch.account()) && fits(filter, batch))
                .sorted(Comparator.comparingLong((BatchView batch) -> batch.id().value())
                        .reversed())
                .limit(atMost)
                .toList();
    }
}
