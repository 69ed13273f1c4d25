package cn.siyu.application.brand.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.Department;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Departments in memory.
public final class InMemoryDepartments implements Departments {
    private final InMemoryStore.Table<InMemoryStore.Key, Department> table;

    public InMemoryDepartments(InMemoryStore store) {
        this.table = store.table();
    }

    private Stream<Department> of(BrandId brand) {
        return table.of(brand);
    }

    /// One transaction at a time: nothing to lock.
    @Override
    public void lockTree(BrandId brand) {}

    @Override
    public void add(BrandId brand, Department department) {
        refuseTaken(brand, department);
        put(brand, department);
    }

    private void put(BrandId brand, Department department) {
        table.rows().put(new InMemoryStore.Key(brand, department.id().value()), department);
    }

    private void refuseTaken(BrandId brand, Department department) {
        String externalId = department.externalId();
        if (externalId != null
                && byExternalId(brand, externalId)
                        .filter(other -> !other.id().equals(department.id()))
                        .isPresent()) {
            throw new AlreadyExists("externalId", externalId);
        }
    }

    @Override
    public Optional<Department> find(BrandId brand, DepartmentId id) {
        return Optional.ofNullable(table.rows().get(new InMemoryStore.Key(brand, id.value())));
    }

    @Override
    public List<Department> findAll(BrandId brand, Set<DepartmentId> ids) {
        return table.of(brand).filter(one -> ids.contains(one.id())).toList();
    }

    @Override
    public Optional<Department> byPublicId(BrandId brand, PublicId id) {
        return of(brand).filter(one -> one.publicId().equals(id)).findFirst();
    }

    @Override
    public Optional<Department> byExternalId(BrandId brand, String externalId) {
        return of(brand).filter(one -> externalId.equals(one.externalId())).findFirst();
    }

    @Override
    public List<Department> page(BrandId brand, long after, int atMost) {
        return of(brand).filter(one -> one.id().value() > after).limit(atMost).toList();
    }

    @Override
    public List<DepartmentId> subtree(BrandId brand, DepartmentId root) {
        return find(brand, root).stream()
                .flatMap(top -> of(brand).filter(top::contains))
                .map(Department::id)
                .toList();
    }

    @Override
    public void replace(BrandId brand, Department department) {
        refuseTaken(brand, department);
        if (find(brand, department.id()).orElseThrow().version() + 1 != department.version()) {
            throw new StaleAggregate("department", department.id().value());
        }
        put(brand, department);
    }

    @Override
    public void movePaths(BrandId brand, String oldPath, String newPath) {
        of(brand)
                .filter(one -> one.path().startsWith(oldPath))
                .toList()
                .forEach(one -> put(
                        brand,
                        new Department(
                                one.id(),
                                one.publicId(),
                                one.externalId(),
                                one.kind(),
                                one.parent(),
                                newPath + one.path().substring(oldPath.length()),
                                one.name(),
                                one.zone(),
                                one.address(),
                                one.version(),
                                one.createdAt(),
                                one.updatedAt())));
    }
}
