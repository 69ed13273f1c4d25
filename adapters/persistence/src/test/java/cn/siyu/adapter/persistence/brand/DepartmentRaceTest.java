package cn.siyu.adapter.persistence.brand;

import static cn.siyu.application.brand.port.DepartmentsContract.BRAND;
import static cn.siyu.application.brand.port.DepartmentsContract.NOW;
import static cn.siyu.application.brand.port.DepartmentsContract.aDepartment;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ChangeDepartment;
import cn.siyu.application.brand.ChangeOutcome;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.DepartmentView;
import cn.siyu.application.brand.DepartmentWish;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.BrandsContract;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.domain.brand.Department;
import cn.siyu.domain.id.PublicId;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Two people put two departments each below the other at the same moment.
class DepartmentRaceTest {
    private static final int PAIRS = 10;

    @ParameterizedTest
    @EnumSource
    void neverPutsADepartmentBelowItself(TestDatabase database) throws Exception {
        var context = database.emptied();
        context.getBean(Brands.class).add(BrandsContract.aBrand(BRAND.value(), "demo", NOW));
        var departments = context.getBean(Departments.class);
        var work = context.getBean(UnitOfWork.class);
        var change = new ChangeDepartment(
                departments,
                new ResolveSight(departments, context.getBean(StaffMembers.class)),
                new BrandClock(context.getBean(Brands.class), InstantSource.system()),
                work);
        for (long number = 1; number <= 2 * PAIRS; number += 2) {
            var one = aDepartment(number, null, null);
            var other = aDepartment(number + 1, null, null);
            departments.add(BRAND, one);
            departments.add(BRAND, other);
            var barrier = new CyclicBarrier(2);
            try (var people = Executors.newFixedThreadPool(2)) {
                var both = people.invokeAll(
                        List.of(() -> moved(change, barrier, one, other), () -> moved(change, barrier, other, one)));
                assertThat(List.of(both.get(0).get(), both.get(1).get()))
                        .hasOnlyElementsOfTypes(ChangeOutcome.Done.class, ChangeOutcome.Refused.class)
                        .filteredOn(ChangeOutcome.Done.class::isInstance)
                        .hasSize(1);
            }
            assertThat(departments.subtree(BRAND, one.id()).size()
                            + departments.subtree(BRAND, other.id()).size())
                    .as("one has itself and the other below it, the other itself")
                    .isEqualTo(3);
        }
    }

    private static ChangeOutcome<DepartmentView> moved(
            ChangeDepartment change, CyclicBarrier barrier, Department department, Department below) throws Exception {
        var caller = new Caller(BRAND, PublicId.of(NOW, 1, 1), Set.of(), new DataScope.WholeBrand());
        var wish =
                new DepartmentWish(null, Department.Kind.DEPARTMENT, below.publicId(), department.name(), null, null);
        barrier.await();
        return change.handle(new ChangeDepartment.Command(caller, department.publicId(), 1, wish));
    }
}
