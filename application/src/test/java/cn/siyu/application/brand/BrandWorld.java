package cn.siyu.application.brand;

import cn.siyu.application.brand.port.BrandsContract;
import cn.siyu.application.brand.port.InMemoryApiKeys;
import cn.siyu.application.brand.port.InMemoryBrands;
import cn.siyu.application.brand.port.InMemoryDepartments;
import cn.siyu.application.brand.port.InMemoryIdSource;
import cn.siyu.application.brand.port.InMemoryStaffMembers;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.Department;
import cn.siyu.domain.brand.StaffMember;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A sandbox brand with a small tree in memory: head (总部) above north and south, north above
/// shop; Ann works in head, Bo in north, Cy in south, Di in shop.
public final class BrandWorld {
    /// The brand.
    public static final BrandId BRAND = new BrandId(1);
    /// Where the brand's clock stands.
    public static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    /// All repositories keep their rows here.
    public final InMemoryStore store = new InMemoryStore();

    public final InMemoryBrands brands = new InMemoryBrands(store);
    public final InMemoryDepartments departments = new InMemoryDepartments(store);
    public final InMemoryStaffMembers members = new InMemoryStaffMembers(store);
    public final InMemoryApiKeys keys = new InMemoryApiKeys(store);
    public final InMemoryIdSource ids = new InMemoryIdSource();
    public final BrandClock clock = new BrandClock(brands, InstantSource.system());
    public final ResolveSight sights = new ResolveSight(departments, members);
    public final AddDepartment addDepartment = new AddDepartment(departments, sights, clock, ids, store);
    public final AddStaffMember addStaff = new AddStaffMember(members, departments, sights, clock, ids, store);

    public final Department head;
    public final Department north;
    public final Department south;
    public final Department shop;
    public final StaffMember ann;
    public final StaffMember bo;
    public final StaffMember cy;
    public final StaffMember di;

    public BrandWorld() {
        brands.add(BrandsContract.aBrand(BRAND.value(), "demo", NOW));
        head = department("总部", null);
        north = department("北区", head);
        south = department("南区", head);
        shop = department("人民路店", north);
        ann = member("Ann", head);
        bo = member("Bo", north);
        cy = member("Cy", south);
        di = member("Di", shop);
    }

    /// A caller with every scope who sees something.
    public static Caller caller(DataScope sees) {
        return new Caller(BRAND, PublicId.of(NOW, 1, 1), Set.of(Scope.values()), sees);
    }

    /// A caller who sees everything.
    public static Caller boss() {
        return caller(new DataScope.WholeBrand());
    }

    /// What a change came to, if it was done.
    public static <T> T done(ChangeOutcome<T> outcome) {
        if (outcome instanceof ChangeOutcome.Done<T>(var value)) {
            return value;
        }
        throw new AssertionError("not done: " + outcome);
    }

    /// The places and codes of what is wrong, `/name EMPTY`.
    public static <T> List<String> problems(ChangeOutcome<T> outcome) {
        if (outcome instanceof ChangeOutcome.Refused<T>(var problems)) {
            return problems.stream()
                    .map(problem -> problem.pointer() + " " + problem.code())
                    .toList();
        }
        throw new AssertionError("not refused: " + outcome);
    }

    /// What a department is to be.
    public static DepartmentWish wish(String name, @Nullable Department parent, @Nullable String externalId) {
        return new DepartmentWish(
                externalId, Department.Kind.STORE, parent == null ? null : parent.publicId(), name, null, null);
    }

    private Department department(String name, @Nullable Department parent) {
        return done(addDepartment.handle(new AddDepartment.Command(boss(), wish(name, parent, null))))
                .department();
    }

    private StaffMember member(String name, Department department) {
        var wish = new StaffWish(null, name, department.publicId(), true);
        return done(addStaff.handle(new AddStaffMember.Command(boss(), wish))).member();
    }
}
