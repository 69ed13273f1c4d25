package cn.siyu.application.graduation.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.graduation.ProgramId;
import cn.siyu.domain.graduation.ProgramResult;
import java.util.Optional;

/// Results of programs in memory.
public final class InMemoryProgramResults implements ProgramResults {
    private final InMemoryStore.Table<InMemoryStore.Key, ProgramResult> table;

    public InMemoryProgramResults(InMemoryStore store) {
        this.table = store.table();
    }

    private static InMemoryStore.Key key(BrandId brand, ProgramId program) {
        return new InMemoryStore.Key(brand, program.value());
    }

    @Override
    public void keep(BrandId brand, ProgramId program, ProgramResult result) {
        if (table.rows().putIfAbsent(key(brand, program), result) != null) {
            throw new IllegalStateException("the result of program " + program.value() + " is kept already");
        }
    }

    @Override
    public Optional<ProgramResult> of(BrandId brand, ProgramId program) {
        return Optional.ofNullable(table.rows().get(key(brand, program)));
    }
}
