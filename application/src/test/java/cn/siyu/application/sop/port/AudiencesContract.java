package cn.siyu.application.sop.port;

import static cn.siyu.application.sop.port.SopFixtures.BRAND;
import static cn.siyu.application.sop.port.SopFixtures.NOW;
import static cn.siyu.application.sop.port.SopFixtures.anEnrolment;
import static cn.siyu.application.sop.port.SopFixtures.expression;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.brand.Sight;
import cn.siyu.application.sop.port.Audiences.Candidate;
import cn.siyu.application.sop.port.Audiences.Question;
import cn.siyu.application.sop.port.Audiences.Wanted;
import cn.siyu.domain.audience.AsOf;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.sop.SopId;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every [Audiences] does.
public interface AudiencesContract {
    AsOf AS_OF = new AsOf(NOW, ZoneId.of("Asia/Shanghai"));

    /// Over no customers.
    Audiences audiences();

    /// The enrolments beside it.
    Enrolments enrolments();

    /// Adds a customer.
    void customer(long number, String nickname, @Nullable ZoneId zone);

    /// Lets a staff member of a department have a live relationship with a customer.
    void serve(long relationship, CustomerId customer, StaffId staff, DepartmentId department, boolean live);

    @Test
    default void seesCustomersWithALiveRelationshipThatIsSeen() {
        customer(1, "小咖", null);
        customer(2, "小茶", null);
        serve(50, new CustomerId(1), new StaffId(70), new DepartmentId(80), true);
        serve(51, new CustomerId(2), new StaffId(70), new DepartmentId(80), false);
        var both = List.of(new CustomerId(1), new CustomerId(2));
        var store = new Sight.InDepartments(Set.of(new DepartmentId(79), new DepartmentId(80)));
        var wanted = new Wanted(expression("customer.nickname starts with '小'"), new SopId(5), null, store);

        assertThat(audiences().seen(BRAND, both, store)).containsExactly(new CustomerId(1));
        assertThat(audiences().seen(BRAND, both, new Sight.OfOnePerson(new StaffId(70), new DepartmentId(80))))
                .containsExactly(new CustomerId(1));
        assertThat(audiences().seen(BRAND, both, new Sight.OfOnePerson(new StaffId(71), new DepartmentId(80))))
                .isEmpty();
        assertThat(candidates(wanted, 0, 10)).extracting(Candidate::id).containsExactly(new CustomerId(1));
    }

    @Test
    default void answersSeveralQuestionsAtOnce() {
        customer(1, "小咖", null);
        customer(2, "小茶", null);
        customer(3, "茶咖", null);
        var both = List.of(new CustomerId(1), new CustomerId(2), new CustomerId(9));

        assertThat(audiences()
                        .members(
                                BRAND,
                                List.of(
                                        new Question(expression("customer.nickname contains '咖'"), both),
                                        new Question(expression("customer.nickname contains '茶'"), both),
                                        new Question(
                                                expression("customer.nickname starts with '茶'"),
                                                List.of(new CustomerId(3)))),
                                AS_OF))
                .containsExactly(Set.of(new CustomerId(1)), Set.of(new CustomerId(2)), Set.of(new CustomerId(3)));
        assertThat(audiences().members(BRAND, List.of(), AS_OF)).isEmpty();
        assertThat(audiences()
                        .members(
                                new BrandId(2),
                                List.of(new Question(expression("customer.nickname contains '咖'"), both)),
                                AS_OF))
                .containsExactly(Set.of());
    }

    @Test
    default void findsCandidatesByNumber() {
        customer(1, "小咖", null);
        customer(2, "小茶", ZoneId.of("Europe/Berlin"));
        customer(3, "茶", null);
        customer(4, "小四", null);

        var wanted =
                new Wanted(expression("customer.nickname starts with '小'"), new SopId(5), null, new Sight.Everything());

        assertThat(candidates(wanted, 0, 10))
                .extracting(each -> each.id().value())
                .containsExactly(1L, 2L, 4L);
        assertThat(candidates(wanted, 1, 1))
                .containsExactly(new Candidate(new CustomerId(2), SopFixtures.publicId(2), ZoneId.of("Europe/Berlin")));
        assertThat(audiences().candidates(new BrandId(2), wanted, AS_OF, 0, 10)).isEmpty();
    }

    @Test
    default void leavesOutWhoIsOrWasInTheSop() {
        for (int i = 1; i <= 4; i++) {
            customer(i, "小" + i, null);
        }
        var over = anEnrolment(2, 5, 2, NOW);
        enrolments().add(BRAND, List.of(anEnrolment(1, 5, 1, NOW), over, anEnrolment(3, 6, 3, NOW)));
        enrolments().replace(BRAND, List.of(over.completed(NOW)));
        var audience = expression("customer.nickname starts with '小'");

        assertThat(candidates(new Wanted(audience, new SopId(5), null, new Sight.Everything()), 0, 10))
                .extracting(each -> each.id().value())
                .containsExactly(3L, 4L);
        assertThat(candidates(new Wanted(audience, new SopId(5), NOW, new Sight.Everything()), 0, 10))
                .extracting(each -> each.id().value())
                .containsExactly(2L, 3L, 4L);
        assertThat(candidates(new Wanted(audience, new SopId(5), NOW.minusMillis(1), new Sight.Everything()), 0, 10))
                .extracting(each -> each.id().value())
                .containsExactly(3L, 4L);
    }

    private List<Candidate> candidates(Wanted wanted, long after, int atMost) {
        return audiences().candidates(BRAND, wanted, AS_OF, after, atMost);
    }
}
