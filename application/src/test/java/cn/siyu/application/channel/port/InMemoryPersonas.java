package cn.siyu.application.channel.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Personas in memory.
public final class InMemoryPersonas implements Personas {
    private final InMemoryStore.Table<InMemoryStore.Key, Kept> table;

    public InMemoryPersonas(InMemoryStore store) {
        this.table = store.table();
    }

    private static InMemoryStore.Key key(BrandId brand, @Nullable ChannelAccountId account) {
        return new InMemoryStore.Key(brand, account == null ? 0 : account.value());
    }

    @Override
    public List<Kept> all(BrandId brand) {
        return table.of(brand).toList();
    }

    @Override
    public Optional<Kept> find(BrandId brand, @Nullable ChannelAccountId account) {
        return Optional.ofNullable(table.rows().get(key(brand, account)));
    }

    @Override
    public void put(BrandId brand, Kept persona) {
        require(brand, persona, persona.version() - 1);
        table.rows().put(key(brand, persona.account()), persona);
    }

    @Override
    public void remove(BrandId brand, Kept persona) {
        require(brand, persona, persona.version());
        table.rows().remove(key(brand, persona.account()));
    }

    private void require(BrandId brand, Kept persona, int version) {
        int stored = find(brand, persona.account()).map(Kept::version).orElse(0);
        if (stored != version) {
            throw new StaleAggregate("persona", key(brand, persona.account()).id());
        }
    }
}
