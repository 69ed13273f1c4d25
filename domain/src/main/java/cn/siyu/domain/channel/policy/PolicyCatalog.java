package cn.siyu.domain.channel.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// All policy editions that are shipped, and the answer to which of them holds.
///
/// @param editions every edition, each with a name of its own
/// @param zone the zone in which `validFrom` begins at midnight
public record PolicyCatalog(List<PolicyEdition> editions, ZoneId zone) {
    private static final Comparator<PolicyEdition> NEWEST_LAST = Comparator.comparing(PolicyEdition::validFrom)
            .thenComparing(edition -> edition.id().value());

    public PolicyCatalog {
        editions = editions.stream().sorted(NEWEST_LAST).toList();
        Set<PolicyEditionId> names = new HashSet<>();
        for (PolicyEdition edition : editions) {
            if (!names.add(edition.id())) {
                throw new IllegalArgumentException("two editions are named " + edition.id());
            }
        }
    }

    /// The day of a moment, by which editions begin.
    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /// When a day begins, by which editions begin.
    public Instant begins(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /// The days on which editions of a line begin, for all that is shipped.
    public List<LocalDate> beginnings(PolicyLine line) {
        return editions.stream()
                .filter(edition -> edition.covers(line))
                .map(PolicyEdition::validFrom)
                .toList();
    }

    /// The edition of a name, or empty.
    public Optional<PolicyEdition> named(String id) {
        return editions.stream()
                .filter(edition -> edition.id().value().equals(id))
                .findFirst();
    }

    /// The edition that holds at a moment: the newest already valid. An edition for the channel
    /// itself goes before one for all channels, whatever their dates. Empty before the first
    /// edition.
    public Optional<PolicyEdition> inForce(PolicyLine line, Instant at) {
        LocalDate today = day(at);
        return editions.stream()
                .filter(edition -> edition.covers(line))
                .filter(edition -> !edition.validFrom().isAfter(today))
                .max(Comparator.<PolicyEdition, Boolean>comparing(edition -> edition.channel() != null)
                        .thenComparing(NEWEST_LAST));
    }

    /// The typed policy that holds for a brand at a moment.
    ///
    /// @param override what the brand sets differently, checked together with the edition
    /// @param into reads the kind's values
    /// @throws IllegalStateException if no edition of the kind is valid yet: the installation lacks
    ///     data
    public <T> PolicyReading<PolicyInForce<T>> resolve(
            PolicyLine line, Instant at, Optional<PolicyOverride> override, Function<PolicyReader, T> into) {
        var merged = values(line, at, override);
        return PolicyReader.read(merged.values(), in -> new PolicyInForce<>(into.apply(in), merged.stamp()));
    }

    /// The values that hold for a brand at a moment, as data: the edition's with the brand's laid
    /// over them. They aren't checked.
    ///
    /// @throws IllegalStateException if no edition of the kind is valid yet: the installation lacks
    ///     data
    public PolicyInForce<Map<String, Object>> values(PolicyLine line, Instant at, Optional<PolicyOverride> override) {
        PolicyEdition edition = inForce(line, at)
                .orElseThrow(() -> new IllegalStateException("no " + line + " policy is valid at " + at));
        Map<String, Object> values = override.map(over -> PolicyTree.merge(edition.values(), over.values()))
                .orElse(edition.values());
        var stamp = new PolicyStamp(
                edition.id(), override.map(PolicyOverride::version).orElse(0));
        return new PolicyInForce<>(values, stamp);
    }

    /// The platform policy that holds for a brand on a channel; a brand may be stricter than its
    /// platform, never laxer.
    ///
    /// @throws IllegalStateException if the installation ships no edition for the channel and
    ///     moment
    public PolicyReading<PolicyInForce<PlatformPolicy>> platform(
            String channel, Instant at, Optional<PolicyOverride> override) {
        var own = resolve(PolicyLine.platform(channel), at, override, PlatformPolicy::from);
        if (override.isEmpty() || !(own instanceof PolicyReading.Accepted<PolicyInForce<PlatformPolicy>>(var chosen))) {
            return own;
        }
        PlatformPolicy shipped = resolve(PolicyLine.platform(channel), at, Optional.empty(), PlatformPolicy::from)
                .orThrow()
                .values();
        List<PolicyProblem> laxer = chosen.values().laxerThan(shipped);
        return laxer.isEmpty() ? own : new PolicyReading.Rejected<>(laxer);
    }
}
