package cn.siyu.application.brand.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.Department;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every [Departments] does.
public interface DepartmentsContract {
    BrandId BRAND = new BrandId(1);
    Instant NOW = Instant.parse("2026-03-01T08:00:00.123Z");

    /// No departments.
    Departments departments();

    /// A department under a parent.
    static Department aDepartment(long id, @Nullable Department parent, @Nullable String externalId) {
        var number = new DepartmentId(id);
        return new Department(
                number,
                PublicId.of(NOW, id, id),
                externalId,
                externalId == null ? Department.Kind.DEPARTMENT : Department.Kind.STORE,
                parent == null ? null : parent.id(),
                Department.pathOf(parent, number),
                "Department " + id,
                externalId == null ? null : ZoneId.of("Asia/Urumqi"),
                externalId == null ? null : "人民路 1 号",
                1,
                NOW,
                NOW);
    }

    @Test
    default void givesBackWhatWasAddedByEveryKey() {
        var departments = departments();
        var root = aDepartment(1, null, null);
        var store = aDepartment(2, root, "store-1");
        departments.add(BRAND, root);
        departments.add(BRAND, store);

        assertThat(departments.find(BRAND, store.id())).contains(store);
        assertThat(departments.findAll(BRAND, Set.of(store.id(), root.id(), new DepartmentId(99))))
                .containsExactly(root, store);
        assertThat(departments.findAll(BRAND, Set.of())).isEmpty();
        assertThat(store.fromRoot()).containsExactly(root.id(), store.id());
        assertThat(departments.byPublicId(BRAND, store.publicId())).contains(store);
        assertThat(departments.byExternalId(BRAND, "store-1")).contains(store);
        assertThat(departments.page(BRAND, 0, 10)).containsExactly(root, store);
        assertThat(departments.page(BRAND, 1, 10)).containsExactly(store);
        assertThat(departments.page(BRAND, 0, 1)).containsExactly(root);
    }

    @Test
    default void keepsBrandsApart() {
        var departments = departments();
        var root = aDepartment(1, null, "one");
        departments.add(BRAND, root);

        var other = new BrandId(2);
        assertThat(departments.find(other, root.id())).isEmpty();
        assertThat(departments.byPublicId(other, root.publicId())).isEmpty();
        assertThat(departments.byExternalId(other, "one")).isEmpty();
        assertThat(departments.page(other, 0, 10)).isEmpty();
        assertThat(departments.subtree(other, root.id())).isEmpty();
    }

    @Test
    default void knowsTheSubtreeOfADepartment() {
        var departments = departments();
        var root = aDepartment(1, null, null);
        var north = aDepartment(2, root, null);
        var store = aDepartment(12, north, "store-1");
        var south = aDepartment(3, root, null);
        List.of(root, north, store, south).forEach(one -> departments.add(BRAND, one));

        assertThat(departments.subtree(BRAND, north.id())).containsExactlyInAnyOrder(north.id(), store.id());
        assertThat(departments.subtree(BRAND, root.id())).hasSize(4);
    }

    @Test
    default void movesASubtree() {
        var departments = departments();
        var root = aDepartment(1, null, null);
        var north = aDepartment(2, root, null);
        var store = aDepartment(12, north, "store-1");
        var south = aDepartment(3, root, null);
        List.of(root, north, store, south).forEach(one -> departments.add(BRAND, one));

        departments.movePaths(BRAND, "/1/2/", "/1/3/2/");

        assertThat(departments.find(BRAND, store.id()).orElseThrow().path()).isEqualTo("/1/3/2/12/");
        assertThat(departments.subtree(BRAND, south.id())).contains(north.id(), store.id());
    }

    @Test
    default void refusesAnExternalIdThatIsTaken() {
        var departments = departments();
        departments.add(BRAND, aDepartment(1, null, "store-1"));
        departments.add(BRAND, aDepartment(2, null, null));

        assertThatThrownBy(() -> departments.add(BRAND, aDepartment(3, null, "store-1")))
                .isInstanceOf(AlreadyExists.class);
    }

    @Test
    default void refusesAStaleReplacement() {
        var departments = departments();
        departments.add(BRAND, aDepartment(1, null, null));

        assertThatThrownBy(() -> departments.replace(BRAND, aDepartment(1, null, null)))
                .isInstanceOf(StaleAggregate.class);
    }
}
