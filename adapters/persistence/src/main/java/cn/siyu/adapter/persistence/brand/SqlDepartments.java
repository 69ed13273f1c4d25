package cn.siyu.adapter.persistence.brand;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.brand.port.AlreadyExists;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.Department;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.id.PublicId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@Singleton
final class SqlDepartments implements Departments {
    private final DepartmentRows rows;
    private final PeopleMapping mapping;
    private final Sql sql;

    SqlDepartments(DepartmentRows rows, PeopleMapping mapping, Sql sql) {
        this.rows = rows;
        this.mapping = mapping;
        this.sql = sql;
    }

    @Override
    public void lockTree(BrandId brand) {
        sql.first("SELECT id FROM brand WHERE id = ? FOR UPDATE", row -> row.number("id"), brand);
    }

    @Override
    public void add(BrandId brand, Department department) {
        refuseTaken(brand, department);
        rows.save(mapping.row(brand, department));
    }

    private void refuseTaken(BrandId brand, Department department) {
        String externalId = department.externalId();
        if (externalId == null) {
            return;
        }
        var owner = rows.findByBrandAndExternalId(brand.value(), externalId);
        if (owner.isPresent() && owner.get().id() != department.id().value()) {
            throw new AlreadyExists("externalId", externalId);
        }
    }

    @Override
    public Optional<Department> find(BrandId brand, DepartmentId id) {
        return rows.findByBrandAndId(brand.value(), id.value()).map(mapping::department);
    }

    @Override
    public List<Department> findAll(BrandId brand, Set<DepartmentId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return rows
                .findByBrandAndIdInOrderById(
                        brand.value(), ids.stream().map(DepartmentId::value).toList())
                .stream()
                .map(mapping::department)
                .toList();
    }

    @Override
    public Optional<Department> byPublicId(BrandId brand, PublicId id) {
        return rows.findByBrandAndPublicId(brand.value(), id.value()).map(mapping::department);
    }

    @Override
    public Optional<Department> byExternalId(BrandId brand, String externalId) {
        return rows.findByBrandAndExternalId(brand.value(), externalId).map(mapping::department);
    }

    @Override
    public List<Department> page(BrandId brand, long after, int atMost) {
        return rows.page(brand.value(), after, atMost).stream()
                .map(mapping::department)
                .toList();
    }

    @Override
    public List<DepartmentId> subtree(BrandId brand, DepartmentId root) {
        return sql.list("""
                SELECT below.id FROM department top JOIN department below
                  ON below.brand = top.brand AND below.path LIKE top.path || '%'
                WHERE top.brand = ? AND top.id = ? ORDER BY below.id""", row -> new DepartmentId(row.number("id")), brand, root.value());
    }

    @Override
    public void replace(BrandId brand, Department department) {
        refuseTaken(brand, department);
        int replaced = sql.update(
                """
                UPDATE department SET external_id = ?, kind = ?, parent = ?, path = ?, name = ?, zone = ?, address = ?,
                  version = ?, updated_at = ?
                WHERE brand = ? AND id = ? AND version = ?""",
                department.externalId(),
                department.kind(),
                Optional.ofNullable(department.parent())
                        .map(DepartmentId::value)
                        .orElse(null),
                department.path(),
                department.name(),
                department.zone(),
                department.address(),
                department.version(),
                department.updatedAt(),
                brand,
                department.id().value(),
                department.version() - 1);
        if (replaced == 0) {
            throw new StaleAggregate("department", department.id().value());
        }
    }

    @Override
    public void movePaths(BrandId brand, String oldPath, String newPath) {
        sql.update(
                "UPDATE department SET path = ? || substring(path from ?) WHERE brand = ? AND path LIKE ?",
                newPath,
                oldPath.length() + 1,
                brand,
                oldPath + "%");
    }
}
