package cn.siyu.application.brand.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.brand.StaffMember;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every [StaffMembers] does.
public interface StaffMembersContract {
    BrandId BRAND = new BrandId(1);
    Instant NOW = Instant.parse("2026-03-01T08:00:00.123Z");

    /// No staff.
    StaffMembers members();

    /// A staff member.
    static StaffMember aMember(long id, @Nullable String externalId, int version) {
        return new StaffMember(
                new StaffId(id),
                PublicId.of(NOW, id, id),
                externalId,
                "成员" + id,
                new DepartmentId(5),
                true,
                version,
                NOW,
                NOW);
    }

    @Test
    default void givesBackWhatWasAddedByEveryKey() {
        var members = members();
        var member = aMember(1, "s-1", 1);
        members.add(BRAND, member);
        members.add(BRAND, aMember(2, null, 1));

        assertThat(members.find(BRAND, member.id())).contains(member);
        assertThat(members.findAll(BRAND, Set.of(member.id(), new StaffId(99)))).containsExactly(member);
        assertThat(members.findAll(BRAND, Set.of())).isEmpty();
        assertThat(members.byPublicId(BRAND, member.publicId())).contains(member);
        assertThat(members.byExternalId(BRAND, "s-1")).contains(member);
        assertThat(members.page(BRAND, 1, 10)).containsExactly(aMember(2, null, 1));
    }

    @Test
    default void keepsBrandsApart() {
        var members = members();
        members.add(BRAND, aMember(1, "s-1", 1));

        assertThat(members.find(new BrandId(2), new StaffId(1))).isEmpty();
        assertThat(members.byExternalId(new BrandId(2), "s-1")).isEmpty();
    }

    @Test
    default void replacesTheVersionItWasReadAtOnly() {
        var members = members();
        members.add(BRAND, aMember(1, "s-1", 1));

        members.replace(BRAND, aMember(1, "s-9", 2));

        assertThat(members.byExternalId(BRAND, "s-9")).isPresent();
        assertThatThrownBy(() -> members.replace(BRAND, aMember(1, "s-1", 2))).isInstanceOf(StaleAggregate.class);
    }

    @Test
    default void refusesAnExternalIdThatIsTaken() {
        var members = members();
        members.add(BRAND, aMember(1, "s-1", 1));

        assertThatThrownBy(() -> members.add(BRAND, aMember(2, "s-1", 1))).isInstanceOf(AlreadyExists.class);
    }
}
