package cn.siyu.application.contact.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A log that holds what was put into it. It knows public ids only; what went over no account is in nobody's sight but
/// theirs who see everything.
public final class InMemoryContactLog implements ContactLog {
    private final List<Entry<SendView>> sends = new ArrayList<>();
    private final List<Entry<BatchView>> batches = new ArrayList<>();
    private final Map<PublicId, Holder> holders = new HashMap<>();

    private record Holder(StaffId staff, DepartmentId department) {}

    /// Who holds an account, and for which department.
    public void account(PublicId account, StaffId staff, DepartmentId department) {
        holders.put(account, new Holder(staff, department));
    }

    private boolean sees(Sight sight, @Nullable PublicId account) {
        var holder = account == null ? null : holders.get(account);
        return switch (sight) {
            case Sight.Everything _ -> true;
            case Sight.Departments(var departments) -> holder != null && departments.contains(holder.department());
            case Sight.Staff(var staff) -> holder != null && staff.equals(holder.staff());
        };
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
                .filter(send -> sees(sight, send.refers().account()) && fits(filter, send))
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
                .filter(batch -> sees(sight, batch.account()) && fits(filter, batch))
                .sorted(Comparator.comparingLong((BatchView batch) -> batch.id().value())
                        .reversed())
                .limit(atMost)
                .toList();
    }
}
