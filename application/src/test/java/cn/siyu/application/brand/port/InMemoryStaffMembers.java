package cn.siyu.application.brand.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.brand.StaffMember;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Staff members in memory.
public final class InMemoryStaffMembers implements StaffMembers {
    private final InMemoryStore.Table<InMemoryStore.Key, StaffMember> table;

    public InMemoryStaffMembers(InMemoryStore store) {
        this.table = store.table();
    }

    @Override
    public void add(BrandId brand, StaffMember member) {
        refuseTaken(brand, member);
        table.rows().put(new InMemoryStore.Key(brand, member.id().value()), member);
    }

    private void refuseTaken(BrandId brand, StaffMember member) {
        String externalId = member.externalId();
        if (externalId != null
                && byExternalId(brand, externalId)
                        .filter(other -> !other.id().equals(member.id()))
                        .isPresent()) {
            throw new AlreadyExists("externalId", externalId);
        }
    }

    @Override
    public Optional<StaffMember> find(BrandId brand, StaffId id) {
        return Optional.ofNullable(table.rows().get(new InMemoryStore.Key(brand, id.value())));
    }

    @Override
    public List<StaffMember> findAll(BrandId brand, Set<StaffId> ids) {
        return table.of(brand).filter(one -> ids.contains(one.id())).toList();
    }

    @Override
    public Optional<StaffMember> byPublicId(BrandId brand, PublicId id) {
        return table.of(brand).filter(one -> one.publicId().equals(id)).findFirst();
    }

    @Override
    public Optional<StaffMember> byExternalId(BrandId brand, String externalId) {
        return table.of(brand)
                .filter(one -> externalId.equals(one.externalId()))
                .findFirst();
    }

    @Override
    public List<StaffMember> page(BrandId brand, long after, int atMost) {
        return table.of(brand)
                .filter(one -> one.id().value() > after)
                .limit(atMost)
                .toList();
    }

    @Override
    public void replace(BrandId brand, StaffMember member) {
        refuseTaken(brand, member);
        if (find(brand, member.id()).orElseThrow().version() + 1 != member.version()) {
            throw new StaleAggregate("staff", member.id().value());
        }
        table.rows().put(new InMemoryStore.Key(brand, member.id().value()), member);
    }
}
