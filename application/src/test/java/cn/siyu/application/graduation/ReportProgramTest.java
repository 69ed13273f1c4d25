package cn.siyu.application.graduation;

import static cn.siyu.application.task.HandWorld.BRAND;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.graduation.port.Candidates.Outcome;
import cn.siyu.domain.audience.Assignment.Arm;
import cn.siyu.domain.audience.Assignment.Holdout;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.graduation.Candidate;
import cn.siyu.domain.graduation.CandidateId;
import cn.siyu.domain.graduation.Difference.Finding;
import cn.siyu.domain.graduation.Difference.Reading;
import cn.siyu.domain.graduation.Program;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportProgramTest {
    private final GraduationWorld world = new GraduationWorld();

    private static List<Outcome> people(double gain) {
        var people = new ArrayList<Outcome>();
        for (int i = 0; i < 100; i++) {
            Arm arm = i % 5 == 0 ? Arm.CONTROL : Arm.TREATED;
            double before = 50 + i % 7;
            people.add(new Outcome(arm, 1_000, before, before + (arm == Arm.TREATED ? gain : 0) + i % 3, 10, true));
        }
        return people;
    }

    private void drawn(int treated, int control) {
        var some = new ArrayList<Candidate>();
        for (int i = 0; i < treated + control; i++) {
            var id = GraduationWorld.publicId(9_000 + i);
            boolean held = i >= treated;
            some.add(new Candidate(
                    new CandidateId(9_000 + i),
                    id,
                    GraduationWorld.PROGRAM,
                    new CustomerId(9_000 + i),
                    held ? Arm.CONTROL : Arm.TREATED,
                    new Candidate.Before(1, 50),
                    null,
                    null,
                    held ? Candidate.State.HELD_OUT : Candidate.State.REFUSED,
                    null,
                    Candidate.Invitation.NONE,
                    null,
                    null,
                    1,
                    world.now(),
                    world.now()));
        }
        world.candidates.add(BRAND, some);
    }

    @Test
    void tellsOfAProgramThatHasEndedWhatItToldWhenItEnded() {
        world.program(Program.Kind.GRADUATION, null, new Holdout(2_000));
        drawn(80, 20);
        world.candidates.became(people(9));
        assertThat(world.report().reading()).isEqualTo(Reading.EARLY);

        world.end();

        var atTheEnd = world.report();
        assertThat(atTheEnd.reading()).isEqualTo(Reading.FINAL);
        assertThat(atTheEnd.readAt()).isEqualTo(world.now());
        assertThat(atTheEnd.social().finding()).isEqualTo(Finding.HIGHER);
        world.pass(Duration.ofDays(365));
        world.candidates.became(people(-9));
        drawn(90, 20);
        assertThat(world.report()).isEqualTo(atTheEnd);
    }

    @Test
    void tellsNoDifferenceBetweenArmsThatAreNotAsPlanned() {
        world.program(Program.Kind.GRADUATION, null, new Holdout(2_000));
        drawn(80, 45);
        world.candidates.became(people(9));

        world.end();

        var report = world.report();
        assertThat(report.ratio(world.programs
                                .findAll(BRAND, List.of(GraduationWorld.PROGRAM))
                                .getFirst())
                        .alarm())
                .isTrue();
        for (var each : List.of(report.social(), report.bought(), report.spentMinor())) {
            assertThat(each.finding()).isEqualTo(Finding.RATIO_OFF);
            assertThat(each.difference()).isNull();
        }
        assertThat(report.bought().treated()).as("counts are told").isEqualTo(1);
    }
}
