package cn.siyu.application.graduation.port;

import static cn.siyu.application.graduation.port.GraduationFixtures.BRAND;
import static cn.siyu.application.graduation.port.GraduationFixtures.NOW;
import static cn.siyu.application.graduation.port.GraduationFixtures.program;
import static cn.siyu.application.graduation.port.GraduationFixtures.publicId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.domain.audience.Assignment.Holdout;
import cn.siyu.domain.audience.CustomerField;
import cn.siyu.domain.audience.ExpressionLanguage;
import cn.siyu.domain.audience.Reading;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.graduation.Program;
import cn.siyu.domain.graduation.ProgramId;
import cn.siyu.domain.sop.SopId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [Programs] does.
public interface ProgramsContract {
    /// Without programs.
    Programs programs();

    UnitOfWork work();

    private static Program full() {
        var audience = ((Reading.Understood) new ExpressionLanguage(CustomerField.catalogue())
                        .ofText("value.tier = CORE and customer.nickname contains 'it''s'"))
                .expression();
        return new Program(
                new ProgramId(3),
                publicId(3),
                "挽回 🙂",
                Program.Kind.WIN_BACK,
                audience,
                new Holdout(1_000),
                List.of(new ChannelAccountId(8)),
                77,
                new SopId(4),
                Duration.ofDays(7),
                Program.State.DRAFT,
                null,
                null,
                null,
                1,
                NOW,
                NOW);
    }

    @Test
    default void keepsProgramsAsTheyAre() {
        var programs = programs();
        var one = program(2, Program.Kind.GRADUATION);
        programs.add(BRAND, one);
        programs.add(BRAND, full());

        assertThat(programs.byPublicId(BRAND, publicId(2))).contains(one);
        assertThat(programs.byPublicId(new BrandId(2), publicId(2))).isEmpty();
        assertThat(programs.page(BRAND, 2, 10)).containsExactly(full());
        assertThat(programs.findAll(BRAND, List.of(new ProgramId(3), new ProgramId(9))))
                .containsExactly(full());
    }

    @Test
    default void changesOneOnlyFromTheVersionThatWasSeen() {
        var programs = programs();
        var one = program(2, Program.Kind.GRADUATION);
        programs.add(BRAND, one);
        var active = one.become(Program.State.ACTIVE, NOW);
        programs.replace(BRAND, active);

        assertThat(programs.byPublicId(BRAND, publicId(2))).contains(active);
        assertThatThrownBy(() -> programs.replace(BRAND, active)).isInstanceOf(StaleAggregate.class);
    }

    @Test
    default void letsActiveOnesBeLookedAtWhenTheyAreDue() {
        var programs = programs();
        programs.add(BRAND, program(2, Program.Kind.GRADUATION));
        assertThat(programs.nextLookAt(BRAND)).isEmpty();
        programs.replace(BRAND, program(2, Program.Kind.GRADUATION).become(Program.State.ACTIVE, NOW));

        assertThat(programs.nextLookAt(BRAND)).contains(NOW);
        assertThat(work().<Boolean>inTransaction(() ->
                        programs.takeLook(BRAND, NOW.minusSeconds(1)).isPresent()))
                .isFalse();
        assertThat(work().<Boolean>inTransaction(
                                () -> programs.takeLook(BRAND, NOW).isPresent()))
                .isTrue();
        programs.keepLook(BRAND, new ProgramId(2), NOW.plusSeconds(60));
        assertThat(programs.nextLookAt(BRAND)).contains(NOW.plusSeconds(60));
        assertThat(programs.byPublicId(BRAND, publicId(2)).orElseThrow().version())
                .isEqualTo(2);
    }
}
