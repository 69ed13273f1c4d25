package cn.siyu.application.trust;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.trust.port.TrustComparisons;
import cn.siyu.application.trust.port.TrustComparisons.By;
import cn.siyu.application.trust.port.TrustComparisons.Group;
import cn.siyu.domain.trust.compare.Sample;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Compares trust by staff, source, channel or store (信任对比), within what the caller sees. It
/// reads the projections, which are a day old at most, and only those of the edition in force.
public final class CompareTrust {
    private final TrustComparisons comparisons;
    private final ResolveSight sights;
    private final TrustBasis.Source basis;

    public CompareTrust(TrustComparisons comparisons, ResolveSight sights, TrustBasis.Source basis) {
        this.comparisons = comparisons;
        this.sights = sights;
        this.basis = basis;
    }

    /// How groups compare.
    ///
    /// @param all every relationship that was counted
    /// @param otherwiseRead how many were left out, since another edition was in force when they
    ///     were read last
    public record Comparison(
            By by, List<Compared> groups, Sample all, long otherwiseRead, Instant asOf, String policyEdition) {
        public Comparison {
            groups = List.copyOf(groups);
        }
    }

    /// One group against all others together.
    ///
    /// @param above by how much its mean trust lies above theirs; empty where either has too few
    public record Compared(Group group, Optional<Sample.Difference> above) {}

    public Comparison answer(Caller caller, By by) {
        var sight = sights.of(caller);
        var now = basis.now(caller.brand());
        String edition = now.policy().edition();
        var groups = comparisons.groups(caller.brand(), sight, by, edition);
        var all = groups.stream().map(Group::trust).reduce(new Sample(0, 0, 0), Sample::plus);
        return new Comparison(
                by,
                groups.stream()
                        .map(group -> new Compared(group, group.trust().above(all.minus(group.trust()))))
                        .toList(),
                all,
                comparisons.otherwiseRead(caller.brand(), sight, edition),
                now.now(),
                edition);
    }
}
