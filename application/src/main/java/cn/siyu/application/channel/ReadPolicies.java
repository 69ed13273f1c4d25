package cn.siyu.application.channel;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.channel.port.PolicyEditions;
import cn.siyu.application.channel.port.PolicyOverrides;
import cn.siyu.domain.channel.policy.PolicyDifference;
import cn.siyu.domain.channel.policy.PolicyEdition;
import cn.siyu.domain.channel.policy.PolicyLine;
import cn.siyu.domain.channel.policy.PolicyOverride;
import cn.siyu.domain.channel.policy.PolicyStamp;
import cn.siyu.domain.channel.policy.PolicyTree;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Shows policies: the editions that are shipped, and what binds a brand now.
public final class ReadPolicies {
    private final PolicyEditions editions;
    private final PolicyOverrides overrides;
    private final BrandClock clock;

    public ReadPolicies(PolicyEditions editions, PolicyOverrides overrides, BrandClock clock) {
        this.editions = editions;
        this.overrides = overrides;
        this.clock = clock;
    }

    /// All editions, oldest first.
    public List<PolicyEdition> editions() {
        return editions.catalog().editions();
    }

    /// All lines that have an edition, by name.
    public List<PolicyLine> lines() {
        return editions.catalog().editions().stream()
                .map(edition -> new PolicyLine(edition.kind(), edition.channel()))
                .distinct()
                .sorted(Comparator.comparing(PolicyLine::toString))
                .toList();
    }

    /// What binds the caller's brand on every line now.
    public List<PolicyView> inForce(Caller caller) {
        return lines().stream().flatMap(line -> inForce(caller, line).stream()).toList();
    }

    /// What binds the caller's brand on a line now; empty if no edition of it is valid.
    public Optional<PolicyView> inForce(Caller caller, PolicyLine line) {
        var now = clock.now(caller.brand());
        return editions.catalog()
                .inForce(line, now)
                .map(edition -> view(
                        line,
                        edition,
                        overrides.all(caller.brand(), line),
                        editions.catalog().day(now)));
    }

    /// Where an edition differs from another one.
    ///
    /// @param other the other one's name
    public record Comparison(String other, List<PolicyDifference> differences) {
        public Comparison {
            differences = List.copyOf(differences);
        }
    }

    /// Where an edition differs from each other one of its kind, the oldest first.
    ///
    /// @param edition its name
    /// @return empty if there is no such edition
    public Optional<List<Comparison>> differences(String edition) {
        var catalog = editions.catalog();
        return catalog.named(edition)
                .map(one -> catalog.editions().stream()
                        .filter(other ->
                                other.kind() == one.kind() && !other.id().equals(one.id()))
                        .map(other -> new Comparison(
                                other.id().value(), PolicyTree.differences(one.values(), other.values())))
                        .toList());
    }

    static PolicyView view(PolicyLine line, PolicyEdition edition, List<PolicyOverride> settings, LocalDate on) {
        var override = PolicyOverride.inForce(settings, on);
        return new PolicyView(
                line,
                edition,
                override.map(own -> PolicyTree.merge(edition.values(), own.values()))
                        .orElse(edition.values()),
                new PolicyStamp(
                        edition.id(), override.map(PolicyOverride::version).orElse(0)),
                override.orElse(null),
                settings.stream().mapToInt(PolicyOverride::version).max().orElse(0),
                settings.stream()
                        .filter(one -> one.validFrom().isAfter(on))
                        .sorted(Comparator.comparing(PolicyOverride::validFrom)
                                .thenComparingInt(PolicyOverride::version))
                        .toList());
    }
}
