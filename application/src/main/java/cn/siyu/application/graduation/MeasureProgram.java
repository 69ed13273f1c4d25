package cn.siyu.application.graduation;

import cn.siyu.application.graduation.port.Candidates;
import cn.siyu.application.graduation.port.Candidates.Outcome;
import cn.siyu.domain.audience.Assignment.Arm;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.graduation.Difference;
import cn.siyu.domain.graduation.Difference.Reading;
import cn.siyu.domain.graduation.GraduationPolicy;
import cn.siyu.domain.graduation.Means;
import cn.siyu.domain.graduation.Program;
import cn.siyu.domain.graduation.ProgramResult;
import cn.siyu.domain.graduation.SampleRatio;
import cn.siyu.domain.graduation.Shares;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/// Compares everybody who was chosen to be invited with everybody who was held out, whoever came and
/// whoever did not (意向性分析), as they are at this moment.
public final class MeasureProgram {
    private final Candidates candidates;
    private final GraduationPolicies policies;

    public MeasureProgram(Candidates candidates, GraduationPolicies policies) {
        this.candidates = candidates;
        this.policies = policies;
    }

    /// What came of a program until now.
    ProgramResult measure(BrandId brand, Program program, Reading reading, Instant now) {
        var policy = policies.inForce(brand, now);
        var tally = candidates.tally(brand, program.id());
        var outcomes = candidates.outcomes(brand, program.id());
        var treated = of(outcomes.people(), Arm.TREATED);
        var control = of(outcomes.people(), Arm.CONTROL);
        var compare = new Comparison(treated, control, reading, policy.values().report());
        UnaryOperator<Difference> told = SampleRatio.of(tally.chosen(), tally.heldOut(), program.holdout())
                        .alarm()
                ? Difference::withheld
                : UnaryOperator.identity();
        return new ProgramResult(
                reading,
                now,
                tally,
                treated.size(),
                control.size(),
                outcomes.merged(),
                told.apply(compare.social()),
                told.apply(compare.bought()),
                told.apply(compare.spent()),
                policy.stamp().toString());
    }

    private static List<Outcome> of(List<Outcome> people, Arm arm) {
        return people.stream().filter(each -> each.arm() == arm).toList();
    }

    private record Comparison(
            List<Outcome> treated, List<Outcome> control, Reading reading, GraduationPolicy.Report by) {
        Difference social() {
            return means(
                    treated.stream().map(Comparison::social).toList(),
                    control.stream().map(Comparison::social).toList());
        }

        Difference spent() {
            return means(
                    treated.stream().map(Comparison::spent).toList(),
                    control.stream().map(Comparison::spent).toList());
        }

        Difference bought() {
            return Shares.compare(bought(treated), bought(control), reading, by.leastPerArm(), by.planned());
        }

        private Difference means(List<Means.Pair> one, List<Means.Pair> other) {
            return Means.compare(one, other, reading, by.leastPerArm(), by.planned());
        }

        private static Means.Pair social(Outcome one) {
            return new Means.Pair(one.socialBefore(), one.social());
        }

        private static Means.Pair spent(Outcome one) {
            return new Means.Pair(one.valueBefore(), one.spentMinor());
        }

        private static Shares.Count bought(List<Outcome> people) {
            return new Shares.Count(people.stream().filter(Outcome::bought).count(), people.size());
        }
    }
}
