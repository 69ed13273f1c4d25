package cn.siyu.application.brand;

import static cn.siyu.application.brand.BrandWorld.BRAND;
import static cn.siyu.application.brand.BrandWorld.NOW;
import static cn.siyu.application.brand.BrandWorld.boss;
import static cn.siyu.application.brand.BrandWorld.caller;
import static cn.siyu.application.brand.BrandWorld.done;
import static cn.siyu.application.brand.BrandWorld.problems;
import static cn.siyu.application.brand.BrandWorld.wish;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.brand.Department;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.id.PublicId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DepartmentsAndStaffTest {
    private final BrandWorld world = new BrandWorld();
    private final ChangeDepartment change =
            new ChangeDepartment(world.departments, world.sights, world.clock, world.store);
    private final ReadDepartments read = new ReadDepartments(world.departments, world.sights);
    private final ReadStaff readStaff = new ReadStaff(world.members, world.departments, world.sights);
    private final List<String> moves = new ArrayList<>();
    private final ChangeStaffMember changeStaff = new ChangeStaffMember(
            world.members,
            world.departments,
            world.sights,
            (_, member, from, to, at) -> moves.add(member + " " + from + " " + to + " " + at),
            world.clock,
            world.store);

    private ChangeOutcome<DepartmentView> add(Caller caller, DepartmentWish wish) {
        return world.addDepartment.handle(new AddDepartment.Command(caller, wish));
    }

    private ChangeOutcome<DepartmentView> change(Caller caller, Department department, DepartmentWish wish) {
        return change.handle(new ChangeDepartment.Command(caller, department.publicId(), department.version(), wish));
    }

    private List<String> namesSeen(Caller caller) {
        return read.page(caller, 0, 100).stream()
                .map(view -> view.department().name())
                .toList();
    }

    @Test
    void addsAStoreBelowADepartment() {
        var view = done(add(boss(), wish("西单店", world.north, "s-9")));

        assertThat(view.parent()).isEqualTo(world.north.publicId());
        assertThat(view.department().path()).startsWith(world.north.path());
        assertThat(read.byExternalId(boss(), "s-9")).contains(view);
        assertThat(read.one(boss(), view.department().publicId())).contains(view);
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        done(add(boss(), wish("西单店", world.north, "s-9")));
        var bad = new DepartmentWish("s-9", Department.Kind.STORE, PublicId.of(NOW, 9, 9), "店".repeat(101), null, " ");

        assertThat(problems(add(boss(), bad)))
                .containsExactly(
                        "/name TOO_LONG", "/address EMPTY", "/externalId ALREADY_EXISTS", "/parent REFERENCE_UNKNOWN");
    }

    @Test
    void movesADepartmentWithEverythingBelowIt() {
        var moved =
                done(change(boss(), world.north, wish("北区", world.south, null))).department();

        assertThat(moved.path()).isEqualTo(world.south.path() + moved.id().value() + "/");
        assertThat(world.departments.subtree(BRAND, world.south.id()))
                .containsExactly(world.north.id(), world.south.id(), world.shop.id());
        assertThat(moved.version()).isEqualTo(2);
    }

    @Test
    void putsNoDepartmentBelowItself() {
        assertThat(problems(change(boss(), world.north, wish("北区", world.shop, null))))
                .containsExactly("/parent NOT_ALLOWED");
        assertThat(problems(change(boss(), world.north, wish("北区", world.north, null))))
                .containsExactly("/parent NOT_ALLOWED");
    }

    @Test
    void boundsTheDepthOfTheTree() {
        var deepest = world.shop;
        for (int level = 4; level <= 10; level++) {
            deepest = done(add(boss(), wish("层" + level, deepest, null))).department();
        }

        assertThat(problems(add(boss(), wish("层11", deepest, null)))).containsExactly("/parent NOT_ALLOWED");
        assertThat(problems(change(
                        boss(),
                        world.shop,
                        wish("店", done(add(boss(), wish("x", world.shop, null))).department(), null))))
                .contains("/parent NOT_ALLOWED");
    }

    @Test
    void refusesAChangeOfAnOlderVersion() {
        done(change(boss(), world.north, wish("北方", world.head, null)));

        assertThat(change(boss(), world.north, wish("北", world.head, null))).isEqualTo(new ChangeOutcome.Stale<>(2));
    }

    @Test
    void showsACallerItsPartOfTheTreeOnly() {
        assertThat(namesSeen(boss())).containsExactly("总部", "北区", "南区", "人民路店");
        assertThat(namesSeen(caller(new DataScope.DepartmentTree(world.north.id()))))
                .containsExactly("北区", "人民路店");
        assertThat(namesSeen(caller(new DataScope.OneDepartment(world.north.id()))))
                .containsExactly("北区");
        assertThat(namesSeen(caller(new DataScope.Own(world.di.id())))).containsExactly("人民路店");
        assertThat(namesSeen(caller(new DataScope.Own(new StaffId(999))))).isEmpty();
    }

    @Test
    void letsACallerChangeItsPartOfTheTreeOnly() {
        var north = caller(new DataScope.DepartmentTree(world.north.id()));

        assertThat(change(north, world.south, wish("南", world.head, null))).isEqualTo(new ChangeOutcome.Unknown<>());
        assertThat(problems(change(north, world.shop, wish("店", world.south, null))))
                .containsExactly("/parent REFERENCE_UNKNOWN");
        assertThat(problems(add(north, wish("店", null, null)))).containsExactly("/parent MISSING");
        assertThat(done(change(north, world.north, wish("新北区", world.head, null)))
                        .department()
                        .name())
                .isEqualTo("新北区");
    }

    @Test
    void pagesThroughWhatIsSeenWithoutHoles() {
        var north = caller(new DataScope.DepartmentTree(world.north.id()));
        var first = read.page(north, 0, 1);

        assertThat(first).hasSize(1);
        assertThat(read.page(north, first.getFirst().department().id().value(), 1))
                .extracting(view -> view.department().name())
                .containsExactly("人民路店");
        assertThat(read.page(north, world.shop.id().value(), 1)).isEmpty();
    }

    @Test
    void changesAndDeactivatesAPerson() {
        var wish = new StaffWish("bo-1", "Bobo", world.south.publicId(), false);
        var view = done(changeStaff.handle(
                new ChangeStaffMember.Command(boss(), world.bo.publicId(), world.bo.version(), wish)));

        assertThat(view.department()).isEqualTo(world.south.publicId());
        assertThat(view.member().active()).isFalse();
        assertThat(moves)
                .as("what they hold goes with them")
                .containsExactly(world.bo.id() + " " + world.north.id() + " " + world.south.id() + " " + NOW);
        assertThat(readStaff.one(boss(), world.bo.publicId())).contains(view);
        assertThat(problems(world.addStaff.handle(
                        new AddStaffMember.Command(boss(), new StaffWish("bo-1", "", PublicId.of(NOW, 9, 9), true)))))
                .containsExactly("/name EMPTY", "/externalId ALREADY_EXISTS", "/department REFERENCE_UNKNOWN");
    }

    @Test
    void showsACallerItsPeopleOnly() {
        assertThat(readStaff.page(caller(new DataScope.DepartmentTree(world.north.id())), 0, 10))
                .extracting(view -> view.member().name())
                .containsExactly("Bo", "Di");
        assertThat(readStaff.page(caller(new DataScope.Own(world.cy.id())), 0, 10))
                .extracting(view -> view.member().name())
                .containsExactly("Cy");
        assertThat(readStaff.one(caller(new DataScope.Own(world.cy.id())), world.ann.publicId()))
                .isEmpty();
    }
}
