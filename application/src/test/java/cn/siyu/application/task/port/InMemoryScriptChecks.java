package cn.siyu.application.task.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.domain.brand.BrandId;
import java.time.Instant;
import java.util.Optional;

/// Kept in memory.
public final class InMemoryScriptChecks implements ScriptChecks {
    private final InMemoryStore.Table<Integer, Check> checks;

    public InMemoryScriptChecks(InMemoryStore store) {
        this.checks = store.table();
    }

    @Override
    public Optional<Check> find(BrandId brand) {
        return Optional.ofNullable(checks.rows().get(brand.value()));
    }

    @Override
    public void begin(BrandId brand, Instant since) {
        int number = find(brand).map(Check::number).orElse(0);
        checks.rows().put(brand.value(), new Check(number + 1, since, null, false));
    }

    @Override
    public boolean save(BrandId brand, Check before, Check next) {
        return checks.rows().replace(brand.value(), before, next);
    }
}
