package cn.siyu.application.trust.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.trust.CalibrationRun;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Calibrations in memory.
public final class InMemoryCalibrations implements Calibrations {
    private final InMemoryStore.Table<InMemoryStore.Key, CalibrationRun> table;

    public InMemoryCalibrations(InMemoryStore store) {
        this.table = store.table();
    }

    @Override
    public void add(BrandId brand, CalibrationRun run) {
        table.rows().put(new InMemoryStore.Key(brand, run.id()), run);
    }

    @Override
    public void replace(BrandId brand, CalibrationRun run) {
        var key = new InMemoryStore.Key(brand, run.id());
        var old = table.rows().get(key);
        if (old == null || old.version() != run.version() - 1) {
            throw new StaleAggregate("trust calibration", run.id());
        }
        table.rows().put(key, run);
    }

    @Override
    public Optional<CalibrationRun> byPublicId(BrandId brand, PublicId id) {
        return table.of(brand).filter(run -> run.publicId().equals(id)).findFirst();
    }

    @Override
    public List<CalibrationRun> page(BrandId brand, long before, int atMost) {
        return table.of(brand)
                .filter(run -> run.id() < before)
                .sorted(Comparator.comparingLong(CalibrationRun::id).reversed())
                .limit(atMost)
                .toList();
    }

    @Override
    public Optional<CalibrationRun> waiting(BrandId brand) {
        return table.of(brand)
                .filter(run -> run.state() == CalibrationRun.State.WAITING)
                .findFirst();
    }
}
