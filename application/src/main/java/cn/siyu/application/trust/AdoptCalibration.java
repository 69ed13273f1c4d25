package cn.siyu.application.trust;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.WholeBrand;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.OverridePolicy;
import cn.siyu.application.channel.port.PolicyEditions;
import cn.siyu.application.channel.port.PolicyOverrides;
import cn.siyu.application.trust.port.Calibrations;
import cn.siyu.domain.channel.policy.PolicyKind;
import cn.siyu.domain.channel.policy.PolicyLine;
import cn.siyu.domain.channel.policy.PolicyOverride;
import cn.siyu.domain.channel.policy.PolicyTree;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.trust.calibration.CalibrationReport;
import cn.siyu.domain.trust.calibration.CalibrationReport.Component;
import cn.siyu.domain.trust.policy.EvidenceKind;
import cn.siyu.domain.trust.policy.EvidenceRule;
import cn.siyu.domain.trust.policy.TrustPolicy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes what a calibration has learnt the brand's own points (采纳校准结果), from a day on, as
/// settings over the trust policy like any other. Only what its report allows, and only while the
/// points are in force that it checked.
public final class AdoptCalibration {
    private static final PolicyLine LINE = PolicyLine.of(PolicyKind.TRUST);

    private final Calibrations calibrations;
    private final TrustPolicies policies;
    private final PolicyEditions editions;
    private final PolicyOverrides overrides;
    private final OverridePolicy override;
    private final BrandClock clock;
    private final UnitOfWork work;

    public AdoptCalibration(
            Calibrations calibrations,
            TrustPolicies policies,
            PolicyEditions editions,
            PolicyOverrides overrides,
            OverridePolicy override,
            BrandClock clock,
            UnitOfWork work) {
        this.calibrations = calibrations;
        this.policies = policies;
        this.editions = editions;
        this.overrides = overrides;
        this.override = override;
        this.clock = clock;
        this.work = work;
    }

    /// Which calibration.
    ///
    /// @param validFrom the first day; null: today
    public record Command(
            Caller caller, PublicId calibration, @Nullable LocalDate validFrom) {}

    /// What came of it.
    public sealed interface Outcome {
        /// Its points hold from that day on. Asked again it is the same.
        record Adopted(CalibrationRun run) implements Outcome {}

        /// Its report is not there yet.
        record StillWaiting() implements Outcome {}

        /// The rule says no, for each part for its own reasons.
        record NotSound(CalibrationReport report) implements Outcome {}

        /// Other points are in force than those it checked.
        record Superseded(String inForce) implements Outcome {}

        /// The settings were refused.
        record Refused(OverridePolicy.Outcome why) implements Outcome {}

        /// There is no such calibration.
        record Unknown() implements Outcome {}
    }

    /// Adopts it.
    ///
    /// @throws WholeBrand.PartOnly if the caller sees only a part of the brand
    public Outcome handle(Command command) {
        WholeBrand.require(command.caller());
        return work.inTransaction(() -> calibrations
                .byPublicId(command.caller().brand(), command.calibration())
                .map(run -> adopt(command, run))
                .orElseGet(Outcome.Unknown::new));
    }

    private Outcome adopt(Command command, CalibrationRun run) {
        var report = run.report();
        if (run.adoption() != null) {
            return new Outcome.Adopted(run);
        }
        if (report == null) {
            return new Outcome.StillWaiting();
        }
        if (!report.adoptable()) {
            return new Outcome.NotSound(report);
        }
        var brand = command.caller().brand();
        var now = clock.now(brand);
        var policy = policies.inForce(brand, now);
        return policy.edition().equals(report.policyEdition())
                ? set(command, run, report, policy)
                : new Outcome.Superseded(policy.edition());
    }

    private Outcome set(Command command, CalibrationRun run, CalibrationReport report, TrustPolicy policy) {
        var brand = command.caller().brand();
        List<PolicyOverride> settings = overrides.all(brand, LINE);
        int version = settings.stream().mapToInt(PolicyOverride::version).max().orElse(0);
        var now = clock.now(brand);
        LocalDate from = command.validFrom() == null ? editions.catalog().day(now) : command.validFrom();
        Map<String, Object> before = PolicyOverride.inForce(settings, from)
                .map(PolicyOverride::values)
                .orElse(Map.of());
        var values = PolicyTree.merge(before, Map.of("kinds", kinds(report, policy)));
        var outcome = override.handle(
                new OverridePolicy.Command(command.caller(), LINE, version, command.validFrom(), values));
        if (!(outcome instanceof OverridePolicy.Outcome.Set)) {
            return new Outcome.Refused(outcome);
        }
        var adopted = run.adopted(new CalibrationRun.Adoption(command.caller().key(), now, version + 1, from));
        calibrations.replace(brand, adopted);
        return new Outcome.Adopted(adopted);
    }

    private static Map<String, Object> kinds(CalibrationReport report, TrustPolicy policy) {
        var kinds = new TreeMap<String, Map<String, Object>>();
        report.changes(Component.BRAND)
                .forEach((kind, points) ->
                        kinds.computeIfAbsent(kind, _ -> new LinkedHashMap<>()).put("brand", number(points)));
        report.changes(Component.SOCIAL).forEach((kind, points) -> {
            var values = kinds.computeIfAbsent(kind, _ -> new LinkedHashMap<>());
            policy.rule(new EvidenceKind(kind)).ifPresent(rule -> values.putAll(social(rule, points)));
        });
        return new LinkedHashMap<>(kinds);
    }

    /// The points of the channels stay in proportion, in halves too.
    private static Map<String, Object> social(EvidenceRule rule, double points) {
        var values = new LinkedHashMap<String, Object>();
        Optional<Double> largest = rule.socialByChannel().values().stream().max(Double::compare);
        double reference = rule.socialWeight() > 0 ? rule.socialWeight() : largest.orElse(0.0);
        values.put("social", number(rule.socialWeight() > 0 || largest.isEmpty() ? points : 0));
        if (!rule.socialByChannel().isEmpty()) {
            var channels = new TreeMap<String, Object>();
            rule.socialByChannel()
                    .forEach((channel, weight) ->
                            channels.put(channel, number(reference == 0 ? weight : weight / reference * points)));
            values.put("social_by_channel", channels);
        }
        return values;
    }

    private static BigDecimal number(double points) {
        return BigDecimal.valueOf(points).setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
    }
}
