package cn.siyu.application.graduation;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.WholeBrand;
import cn.siyu.application.graduation.port.Candidates;
import cn.siyu.application.graduation.port.Candidates.Outcome;
import cn.siyu.application.graduation.port.Programs;
import cn.siyu.domain.audience.Assignment.Arm;
import cn.siyu.domain.graduation.Candidate;
import cn.siyu.domain.graduation.Difference;
import cn.siyu.domain.graduation.Difference.Reading;
import cn.siyu.domain.graduation.GraduationPolicy;
import cn.siyu.domain.graduation.Means;
import cn.siyu.domain.graduation.Program;
import cn.siyu.domain.graduation.Shares;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Tells what came of a program (迁移报告), and whether leading customers on did any good:
/// everybody who was chosen to be invited against everybody who was held out, whoever came and
/// whoever did not.
public final class ReportProgram {
    private final Programs programs;
    private final Candidates candidates;
    private final GraduationPolicies policies;
    private final BrandClock clock;

    public ReportProgram(Programs programs, Candidates candidates, GraduationPolicies policies, BrandClock clock) {
        this.programs = programs;
        this.candidates = candidates;
        this.policies = policies;
        this.clock = clock;
    }

    /// What came of one.
    ///
    /// @param counts how many stand where
    /// @param delivered invitations that reached their customer
    /// @param treated customers in the arm that is invited, of those compared
    /// @param control customers in the arm that is held out, of those compared
    /// @param merged left out, since their person is in both arms
    /// @param social social trust, 0 to 100, adjusted by what it was before
    /// @param bought share of customers with an order since they were chosen
    /// @param spentMinor net amount since they were chosen, in minor units, adjusted by what was
    ///     bought before
    public record Report(
            Program program,
            Reading reading,
            Map<Candidate.State, Long> counts,
            long delivered,
            int treated,
            int control,
            long merged,
            Difference social,
            Difference bought,
            Difference spentMinor,
            String policyEdition) {
        public Report {
            counts = Map.copyOf(counts);
        }
    }

    /// Empty if there is no such program.
    ///
    /// @throws WholeBrand.PartOnly if the caller sees only a part of the brand
    public Optional<Report> answer(Caller caller, PublicId program) {
        WholeBrand.require(caller);
        return programs.byPublicId(caller.brand(), program).map(found -> report(caller, found));
    }

    private Report report(Caller caller, Program program) {
        var brand = caller.brand();
        var policy = policies.inForce(brand, clock.now(brand));
        var outcomes = candidates.outcomes(brand, program.id());
        var treated = of(outcomes.people(), Arm.TREATED);
        var control = of(outcomes.people(), Arm.CONTROL);
        var reading = program.state() == Program.State.ENDED ? Reading.FINAL : Reading.EARLY;
        var compare = new Comparison(treated, control, reading, policy.values().report());
        return new Report(
                program,
                reading,
                candidates.counts(brand, program.id()),
                outcomes.delivered(),
                treated.size(),
                control.size(),
                outcomes.merged(),
                compare.means(one -> new Means.Pair(one.socialBefore(), one.social())),
                compare.shares(),
                compare.means(one -> new Means.Pair((double) one.valueBefore(), (double) one.spentMinor())),
                policy.stamp().toString());
    }

    private static List<Outcome> of(List<Outcome> people, Arm arm) {
        return people.stream().filter(each -> each.arm() == arm).toList();
    }

    private record Comparison(
            List<Outcome> treated, List<Outcome> control, Reading reading, GraduationPolicy.Report by) {
        Difference means(Function<Outcome, Means.Pair> of) {
            return Means.compare(
                    treated.stream().map(of).toList(),
                    control.stream().map(of).toList(),
                    reading,
                    by.leastPerArm(),
                    by.planned());
        }

        Difference shares() {
            return Shares.compare(bought(treated), bought(control), reading, by.leastPerArm(), by.planned());
        }

        private static Shares.Count bought(List<Outcome> people) {
            return new Shares.Count(people.stream().filter(Outcome::bought).count(), people.size());
        }
    }
}
