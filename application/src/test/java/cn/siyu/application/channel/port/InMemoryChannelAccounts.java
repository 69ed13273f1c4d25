package cn.siyu.application.channel.port;

import cn.siyu.application.brand.port.AlreadyExists;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Channel accounts in memory.
public final class InMemoryChannelAccounts implements ChannelAccounts {
    private final InMemoryStore.Table<InMemoryStore.Key, ChannelAccount> table;
    private final InMemoryStore.Table<InMemoryStore.Key, Filled> filled;

    private record Filled(int live, LocalDate day, int ofDay, int held) {
        static final Filled EMPTY = new Filled(0, LocalDate.EPOCH, 0, 0);

        Load on(LocalDate today) {
            return new Load(live, day.equals(today) ? ofDay : 0, held);
        }
    }

    public InMemoryChannelAccounts(InMemoryStore store) {
        this.table = store.table();
        this.filled = store.table();
    }

    private static InMemoryStore.Key key(BrandId brand, ChannelAccountId id) {
        return new InMemoryStore.Key(brand, id.value());
    }

    /// A customer became a contact of an account on a day.
    public void began(BrandId brand, ChannelAccountId id, LocalDate day) {
        filled.rows().merge(key(brand, id), new Filled(1, day, 1, 0), (was, _) -> {
            int ofDay = was.day().equals(day) ? was.ofDay() + 1 : 1;
            return new Filled(was.live() + 1, day, ofDay, was.held());
        });
    }

    @Override
    public void add(BrandId brand, ChannelAccount account) {
        if (byAddress(brand, account.connection(), account.address()).isPresent()) {
            throw new AlreadyExists("address", account.address());
        }
        table.rows().put(key(brand, account.id()), account);
        filled.rows().put(key(brand, account.id()), Filled.EMPTY);
    }

    @Override
    public Optional<ChannelAccount> find(BrandId brand, ChannelAccountId id) {
        return Optional.ofNullable(table.rows().get(key(brand, id)));
    }

    @Override
    public Optional<ChannelAccount> byPublicId(BrandId brand, PublicId id) {
        return table.of(brand).filter(one -> one.publicId().equals(id)).findFirst();
    }

    @Override
    public Optional<ChannelAccount> byAddress(BrandId brand, String connection, String address) {
        return table.of(brand)
                .filter(one ->
                        one.connection().equals(connection) && one.address().equals(address))
                .findFirst();
    }

    @Override
    public List<ChannelAccount> page(BrandId brand, long after, int atMost) {
        return table.of(brand)
                .filter(one -> one.id().value() > after)
                .limit(atMost)
                .toList();
    }

    @Override
    public List<ChannelAccount> findAll(BrandId brand, Set<ChannelAccountId> ids) {
        return table.of(brand).filter(one -> ids.contains(one.id())).toList();
    }

    @Override
    public List<ChannelAccount> byPublicIds(BrandId brand, Set<PublicId> ids) {
        return table.of(brand).filter(one -> ids.contains(one.publicId())).toList();
    }

    @Override
    public List<ChannelAccount> heldBy(BrandId brand, StaffId staff) {
        return table.of(brand).filter(one -> one.staff().equals(staff)).toList();
    }

    @Override
    public void replace(BrandId brand, ChannelAccount account) {
        if (find(brand, account.id()).orElseThrow().version() + 1 != account.version()) {
            throw new StaleAggregate("channel account", account.id().value());
        }
        table.rows().put(key(brand, account.id()), account);
    }

    @Override
    public void moveHeld(BrandId brand, StaffId staff, DepartmentId from, DepartmentId to, Instant at) {
        heldBy(brand, staff).stream()
                .filter(one -> one.department().equals(from))
                .forEach(one -> table.rows().put(key(brand, one.id()), in(one, to, at)));
    }

    private static ChannelAccount in(ChannelAccount one, DepartmentId department, Instant at) {
        return new ChannelAccount(
                one.id(),
                one.publicId(),
                one.channel(),
                one.connection(),
                one.address(),
                one.name(),
                one.staff(),
                department,
                one.totalCap(),
                one.dailyCap(),
                one.hours(),
                one.state(),
                one.health(),
                one.version() + 1,
                one.createdAt(),
                at);
    }

    @Override
    public Map<ChannelAccountId, Load> loads(BrandId brand, Set<ChannelAccountId> ids, LocalDate today) {
        var loads = new HashMap<ChannelAccountId, Load>();
        for (var id : ids) {
            var row = filled.rows().get(key(brand, id));
            if (row != null) {
                loads.put(id, row.on(today));
            }
        }
        return loads;
    }

    @Override
    public boolean hold(BrandId brand, ChannelAccount account, LocalDate today) {
        var row = filled.rows().get(key(brand, account.id()));
        if (row == null) {
            return false;
        }
        var load = row.on(today);
        if (load.live() + load.held() >= account.totalCap() || load.today() + load.held() >= account.dailyCap()) {
            return false;
        }
        filled.rows().put(key(brand, account.id()), new Filled(row.live(), row.day(), row.ofDay(), row.held() + 1));
        return true;
    }

    @Override
    public void release(BrandId brand, ChannelAccountId id) {
        filled.rows()
                .computeIfPresent(
                        key(brand, id),
                        (_, row) -> new Filled(row.live(), row.day(), row.ofDay(), Math.max(0, row.held() - 1)));
    }
}
