package cn.siyu.application.channel;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.WholeBrand;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.PolicyEditions;
import cn.siyu.application.channel.port.PolicyOverrides;
import cn.siyu.domain.channel.policy.PlatformPolicy;
import cn.siyu.domain.channel.policy.PolicyEdition;
import cn.siyu.domain.channel.policy.PolicyInForce;
import cn.siyu.domain.channel.policy.PolicyKind;
import cn.siyu.domain.channel.policy.PolicyLine;
import cn.siyu.domain.channel.policy.PolicyOverride;
import cn.siyu.domain.channel.policy.PolicyProblem;
import cn.siyu.domain.channel.policy.PolicyReading;
import cn.siyu.domain.channel.policy.PolicyTree;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sets what a brand wants differently from a shipped policy. The settings are laid over the
/// edition in force and checked together with it; a brand may be stricter than its platform, never
/// laxer.
public final class OverridePolicy {
    private final PolicyEditions editions;
    private final PolicyOverrides overrides;
    private final Map<PolicyKind, PolicyCheck> checks;
    private final BrandClock clock;
    private final UnitOfWork work;

    /// @param checks one for every kind but PLATFORM, whose check is here
    public OverridePolicy(
            PolicyEditions editions,
            PolicyOverrides overrides,
            Map<PolicyKind, PolicyCheck> checks,
            BrandClock clock,
            UnitOfWork work) {
        this.editions = editions;
        this.overrides = overrides;
        this.checks = Map.copyOf(checks);
        this.clock = clock;
        this.work = work;
    }

    /// A brand's settings for a line, all of them: what isn't in them any more is as shipped again.
    ///
    /// @param version the version that their author has seen; 0: there were none
    /// @param validFrom the first day they are to hold; null: today
    /// @param values shaped like an edition's values
    public record Command(
            Caller caller,
            PolicyLine line,
            int version,
            @Nullable LocalDate validFrom,
            Map<String, Object> values) {}

    /// What came of it.
    public sealed interface Outcome {
        /// They hold from now on.
        record Set(PolicyView policy) implements Outcome {}

        /// They are unsound, or laxer than the platform; nothing changed.
        ///
        /// @param problems all of them; pointers lead into the policy's values
        record Refused(List<PolicyProblem> problems) implements Outcome {
            public Refused {
                problems = List.copyOf(problems);
            }
        }

        /// They were to hold from a day that is over: what was decided by other rules can't be
        /// decided again.
        record InThePast(LocalDate today) implements Outcome {}

        /// Somebody else changed them since.
        record Stale(int current) implements Outcome {}

        /// No edition of this line is valid.
        record UnknownLine() implements Outcome {}
    }

    /// Sets the values.
    ///
    /// @throws WholeBrand.PartOnly if the caller sees only a part of the brand
    public Outcome handle(Command command) {
        WholeBrand.require(command.caller());
        return work.inTransaction(() -> {
            var now = clock.now(command.caller().brand());
            return editions.catalog().inForce(command.line(), now).isEmpty()
                    ? new Outcome.UnknownLine()
                    : dated(command, now);
        });
    }

    private Outcome dated(Command command, Instant now) {
        LocalDate today = editions.catalog().day(now);
        LocalDate from = command.validFrom() == null ? today : command.validFrom();
        return from.isBefore(today) ? new Outcome.InThePast(today) : set(command, from, now);
    }

    /// They are checked together with the edition that holds when they begin.
    private Outcome set(Command command, LocalDate from, Instant now) {
        var brand = command.caller().brand();
        var settings = overrides.all(brand, command.line());
        int current = settings.stream().mapToInt(PolicyOverride::version).max().orElse(0);
        if (current != command.version()) {
            return new Outcome.Stale(current);
        }
        var override = new PolicyOverride(current + 1, from, command.values());
        var catalog = editions.catalog();
        Instant begins = catalog.begins(from).isBefore(now) ? now : catalog.begins(from);
        var problems =
                problems(command.line(), catalog.inForce(command.line(), begins).orElseThrow(), override, begins);
        if (!problems.isEmpty()) {
            return new Outcome.Refused(problems);
        }
        overrides.put(brand, command.line(), override, now);
        var all = new ArrayList<>(settings);
        all.add(override);
        var edition = catalog.inForce(command.line(), now).orElseThrow();
        return new Outcome.Set(ReadPolicies.view(command.line(), edition, all, catalog.day(now)));
    }

    private List<PolicyProblem> problems(PolicyLine line, PolicyEdition edition, PolicyOverride override, Instant now) {
        String channel = line.channel();
        if (line.kind() == PolicyKind.PLATFORM && channel != null) {
            return switch (editions.catalog().platform(channel, now, Optional.of(override))) {
                case PolicyReading.Accepted<PolicyInForce<PlatformPolicy>> _ -> List.of();
                case PolicyReading.Rejected<PolicyInForce<PlatformPolicy>>(var problems) -> problems;
            };
        }
        return Optional.ofNullable(checks.get(line.kind()))
                .orElseThrow(() -> new IllegalStateException("nobody checks policies of the kind " + line.kind()))
                .problems(PolicyTree.merge(edition.values(), override.values()));
    }
}
