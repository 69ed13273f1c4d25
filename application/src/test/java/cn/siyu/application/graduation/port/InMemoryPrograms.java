package cn.siyu.application.graduation.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.graduation.Program;
import cn.siyu.domain.graduation.ProgramId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Programs in memory.
public final class InMemoryPrograms implements Programs {
    private final InMemoryStore.Table<InMemoryStore.Key, Program> table;

    public InMemoryPrograms(InMemoryStore store) {
        this.table = store.table();
    }

    @Override
    public void add(BrandId brand, Program program) {
        table.rows().put(new InMemoryStore.Key(brand, program.id().value()), program);
    }

    @Override
    public Optional<Program> byPublicId(BrandId brand, PublicId id) {
        return table.of(brand).filter(each -> each.publicId().equals(id)).findFirst();
    }

    @Override
    public List<Program> findAll(BrandId brand, Collection<ProgramId> ids) {
        return table.of(brand).filter(each -> ids.contains(each.id())).toList();
    }

    @Override
    public List<Program> page(BrandId brand, long after, int atMost) {
        return table.of(brand)
                .filter(each -> each.id().value() > after)
                .limit(atMost)
                .toList();
    }

    @Override
    public void replace(BrandId brand, Program program) {
        var stored = findAll(brand, List.of(program.id())).getFirst();
        if (stored.version() + 1 != program.version()) {
            throw new StaleAggregate("graduation program", program.id().value());
        }
        add(brand, program);
    }

    private Stream<Program> looking(BrandId brand) {
        return table.of(brand)
                .filter(each -> each.state() == Program.State.ACTIVE && each.lookAt() != null)
                .sorted(Comparator.comparing(each -> Objects.requireNonNull(each.lookAt())));
    }

    @Override
    public Optional<Program> takeLook(BrandId brand, Instant now) {
        return looking(brand)
                .filter(each -> !Objects.requireNonNull(each.lookAt()).isAfter(now))
                .findFirst();
    }

    @Override
    public Optional<Instant> nextLookAt(BrandId brand) {
        return looking(brand).map(each -> Objects.requireNonNull(each.lookAt())).findFirst();
    }

    @Override
    public void keepLook(BrandId brand, ProgramId id, Instant lookAt) {
        var one = findAll(brand, List.of(id)).getFirst();
        add(
                brand,
                new Program(
                        one.id(),
                        one.publicId(),
                        one.name(),
                        one.kind(),
                        one.audience(),
                        one.holdout(),
                        one.accounts(),
                        one.material(),
                        one.sop(),
                        one.answerWithin(),
                        one.state(),
                        lookAt,
                        one.startedAt(),
                        one.endedAt(),
                        one.version(),
                        one.createdAt(),
                        one.updatedAt()));
    }
}
