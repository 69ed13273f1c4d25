package cn.siyu.application.graduation;

import static cn.siyu.application.task.HandWorld.BRAND;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.brand.Sight;
import cn.siyu.application.contact.KillPoints;
import cn.siyu.application.graduation.port.Candidates.Listed;
import cn.siyu.domain.audience.Assignment;
import cn.siyu.domain.audience.Assignment.Arm;
import cn.siyu.domain.audience.Assignment.Holdout;
import cn.siyu.domain.graduation.Candidate;
import cn.siyu.domain.graduation.Program;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChooseCandidatesTest {
    private final GraduationWorld world = new GraduationWorld();

    private static List<Candidate> all(GraduationWorld world) {
        return world.candidates.page(BRAND, GraduationWorld.PROGRAM, null, new Sight.Everything(), 0, 1000).stream()
                .map(Listed::candidate)
                .toList();
    }

    @Test
    void choosesTheBestAsManyAsThereIsRoomForAndLooksAgainTomorrow() {
        world.program(Program.Kind.GRADUATION, null);
        for (long each = 1; each <= 40; each++) {
            world.fits(each, 50 + (double) each);
        }

        assertThat(world.choose().runDue(BRAND, world.now(), 10)).isEqualTo(1);

        assertThat(all(world))
                .as("one a day for thirty days")
                .hasSize(30)
                .extracting(each -> each.customer().value())
                .contains(40L, 11L)
                .doesNotContain(10L);
        assertThat(world.choose().nextDueAt(BRAND)).contains(world.now().plus(Duration.ofDays(1)));
        assertThat(world.choose().runDue(BRAND, world.now(), 10)).isZero();
    }

    /// Whoever is drawn is taken in: nobody of one arm is drawn and left for another day.
    @Test
    void drawsNobodyOnceTheRoomIsFull() {
        var program = world.program(Program.Kind.GRADUATION, null, new Holdout(5_000));
        for (long each = 1; each <= 200; each++) {
            world.fits(each, 50 + each / 10.0);
        }

        world.choose().runDue(BRAND, world.now(), 10);

        var drawn = all(world);
        assertThat(drawn).filteredOn(each -> each.arm() == Arm.TREATED).hasSize(30);
        long last =
                drawn.stream().mapToLong(each -> each.customer().value()).min().orElseThrow();
        assertThat(Assignment.arm(
                        program.publicId().toString(),
                        GraduationWorld.publicId(last).toString(),
                        program.holdout()))
                .as("the last one who was drawn took the last place")
                .isEqualTo(Arm.TREATED);
        assertThat(drawn).as("and nobody above was passed over").hasSize((int) (201 - last));
    }

    @Test
    void killedAnywhereItChoosesTheSamePeopleOnce() {
        int killed = 0;
        for (int point = 1; point <= 6; point++) {
            var world = new GraduationWorld();
            var kill = KillPoints.at(point);
            world.work = kill.over(world.hands.world.store);
            world.program(Program.Kind.GRADUATION, null);
            for (long each = 1; each <= 5; each++) {
                world.fits(each, 50 + (double) each);
            }
            try {
                world.choose().runDue(BRAND, world.now(), 10);
            } catch (KillPoints.Killed died) {
                killed++;
                world.work = world.hands.world.store;
                world.choose().runDue(BRAND, world.now(), 10);
            }
            assertThat(all(world)).as("killed at point " + point).hasSize(5);
        }
        assertThat(killed).isEqualTo(6);
    }
}
