package cn.siyu.domain.channel.policy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/// The values a brand sets differently, as a partial tree: only what differs is in it.
///
/// It isn't tied to an edition: when the platform's next edition comes into force, what the brand
/// chose stays chosen.
///
/// @param version counts the settings of a brand for a line, from 1
/// @param validFrom the first day they hold, in the zone in which editions begin
/// @param values shaped like an edition's values
public record PolicyOverride(int version, LocalDate validFrom, Map<String, Object> values) {
    public PolicyOverride {
        if (version < 1) {
            throw new IllegalArgumentException("an override's version is 1 or more, was " + version);
        }
        values = PolicyTree.merge(Map.of(), values);
    }

    /// Those of several settings that hold on a day: the ones that began last, of those that began
    /// on one day the ones that were written last.
    public static Optional<PolicyOverride> inForce(Collection<PolicyOverride> settings, LocalDate on) {
        return settings.stream()
                .filter(one -> !one.validFrom.isAfter(on))
                .max(Comparator.comparing(PolicyOverride::validFrom).thenComparingInt(PolicyOverride::version));
    }
}
