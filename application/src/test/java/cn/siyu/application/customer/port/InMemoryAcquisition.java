package cn.siyu.application.customer.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWayId;
import cn.siyu.domain.customer.Relationship;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Loads of accounts and source marks in memory.
public final class InMemoryAcquisition implements Acquisition {
    private final InMemoryStore.Table<String, ContactWayId> ways;
    private final InMemoryStore.Table<Long, Load> loads;

    /// How full an account is.
    public record Load(int live, LocalDate day, int ofDay) {}

    public InMemoryAcquisition(InMemoryStore store) {
        this.ways = store.table();
        this.loads = store.table();
    }

    /// Makes a source mark known.
    public void mark(String source, ContactWayId way) {
        ways.rows().put(source, way);
    }

    /// The load of an account, or empty.
    public Optional<Load> load(ChannelAccountId account) {
        return Optional.ofNullable(loads.rows().get(account.value()));
    }

    @Override
    public Optional<ContactWayId> wayOf(BrandId brand, String source) {
        return Optional.ofNullable(ways.rows().get(source));
    }

    @Override
    public void began(BrandId brand, Relationship relationship, LocalDate day) {
        loads.rows().merge(relationship.account().value(), new Load(1, day, 1), (was, _) -> {
            var newest = was.day().isBefore(day) ? day : was.day();
            int ofDay = was.day().isBefore(day) ? 1 : was.day().equals(day) ? was.ofDay() + 1 : was.ofDay();
            return new Load(was.live() + 1, newest, ofDay);
        });
    }

    @Override
    public Map<String, ContactWayId> waysOf(BrandId brand, Collection<String> sources) {
        var found = new HashMap<String, ContactWayId>();
        sources.forEach(source -> wayOf(brand, source).ifPresent(way -> found.put(source, way)));
        return found;
    }

    @Override
    public void beganAll(BrandId brand, Collection<Began> relationships) {
        relationships.forEach(one -> began(brand, one.relationship(), one.day()));
    }

    @Override
    public void goesOn(BrandId brand, ChannelAccountId account) {
        loads.rows().computeIfPresent(account.value(), (_, was) -> new Load(was.live() + 1, was.day(), was.ofDay()));
    }

    @Override
    public void ended(BrandId brand, ChannelAccountId account, int relationships) {
        loads.rows()
                .computeIfPresent(
                        account.value(),
                        (_, was) -> new Load(Math.max(0, was.live() - relationships), was.day(), was.ofDay()));
    }
}
