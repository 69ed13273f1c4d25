package cn.siyu.adapter.persistence.brand;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.brand.port.AlreadyExists;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.brand.StaffMember;
import cn.siyu.domain.id.PublicId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@Singleton
final class SqlStaffMembers implements StaffMembers {
    private final StaffRows rows;
    private final PeopleMapping mapping;
    private final Sql sql;

    SqlStaffMembers(StaffRows rows, PeopleMapping mapping, Sql sql) {
        this.rows = rows;
        this.mapping = mapping;
        this.sql = sql;
    }

    @Override
    public void add(BrandId brand, StaffMember member) {
        refuseTaken(brand, member);
        rows.save(mapping.row(brand, member));
    }

    private void refuseTaken(BrandId brand, StaffMember member) {
        String externalId = member.externalId();
        if (externalId == null) {
            return;
        }
        var owner = rows.findByBrandAndExternalId(brand.value(), externalId);
        if (owner.isPresent() && owner.get().id() != member.id().value()) {
            throw new AlreadyExists("externalId", externalId);
        }
    }

    @Override
    public Optional<StaffMember> find(BrandId brand, StaffId id) {
        return rows.findByBrandAndId(brand.value(), id.value()).map(mapping::member);
    }

    @Override
    public List<StaffMember> findAll(BrandId brand, Set<StaffId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return rows
                .findByBrandAndIdInOrderById(
                        brand.value(), ids.stream().map(StaffId::value).toList())
                .stream()
                .map(mapping::member)
                .toList();
    }

    @Override
    public Optional<StaffMember> byPublicId(BrandId brand, PublicId id) {
        return rows.findByBrandAndPublicId(brand.value(), id.value()).map(mapping::member);
    }

    @Override
    public Optional<StaffMember> byExternalId(BrandId brand, String externalId) {
        return rows.findByBrandAndExternalId(brand.value(), externalId).map(mapping::member);
    }

    @Override
    public List<StaffMember> page(BrandId brand, long after, int atMost) {
        return rows.page(brand.value(), after, atMost).stream()
                .map(mapping::member)
                .toList();
    }

    @Override
    public void replace(BrandId brand, StaffMember member) {
        refuseTaken(brand, member);
        int replaced = sql.update(
                """
                UPDATE staff SET external_id = ?, name = ?, department = ?, active = ?, version = ?, updated_at = ?
                WHERE brand = ? AND id = ? AND version = ?""",
                member.externalId(),
                member.name(),
                member.department().value(),
                member.active(),
                member.version(),
                member.updatedAt(),
                brand,
                member.id().value(),
                member.version() - 1);
        if (replaced == 0) {
            throw new StaleAggregate("staff", member.id().value());
        }
    }
}
