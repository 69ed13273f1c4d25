package cn.siyu.application.channel;

import cn.siyu.application.channel.port.PolicyEditions;
import cn.siyu.application.channel.port.PolicyOverrides;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.allocation.AllocationPolicy;
import cn.siyu.domain.channel.care.AccountCare;
import cn.siyu.domain.channel.policy.PlatformPolicy;
import cn.siyu.domain.channel.policy.PolicyInForce;
import cn.siyu.domain.channel.policy.PolicyKind;
import cn.siyu.domain.channel.policy.PolicyLine;
import cn.siyu.domain.channel.policy.PolicyOverride;
import cn.siyu.domain.channel.policy.PolicyReader;
import cn.siyu.domain.channel.policy.PolicyReading;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The policies that bind a brand at a moment: the edition in force with the brand's own settings
/// over it. What was resolved is kept until the next edition, or until the brand's settings change.
public final class PoliciesInForce {
    private final PolicyEditions editions;
    private final PolicyOverrides overrides;
    private final Map<Key, PolicyInForce<?>> resolved = new ConcurrentHashMap<>();

    /// Reads the edition of one moment with what the brand sets over it.
    @FunctionalInterface
    private interface Reading<T> {
        PolicyReading<PolicyInForce<T>> of(Optional<PolicyOverride> override);
    }

    /// With the settings themselves, not their version alone: what a change that was rolled back
    /// had set is never kept for the next of the same version.
    private record Key(BrandId brand, PolicyLine line, String edition, Optional<PolicyOverride> override) {}

    public PoliciesInForce(PolicyEditions editions, PolicyOverrides overrides) {
        this.editions = editions;
        this.overrides = overrides;
    }

    /// How new customers are spread (分流).
    public PolicyInForce<AllocationPolicy> allocation(BrandId brand, Instant at) {
        return of(PolicyKind.ALLOCATION, brand, at, AllocationPolicy::from);
    }

    /// What a channel's platform allows (平台规则).
    public PolicyInForce<PlatformPolicy> platform(BrandId brand, String channel, Instant at) {
        return resolve(
                brand,
                PolicyLine.platform(channel),
                at,
                override -> editions.catalog().platform(channel, at, override));
    }

    /// How accounts of a channel are kept safe that people work by hand (账号养护); empty for a
    /// channel that nobody works by hand.
    public Optional<PolicyInForce<AccountCare>> care(BrandId brand, String channel, Instant at) {
        var line = PolicyLine.care(channel);
        return editions.catalog()
                .inForce(line, at)
                .map(_ -> resolve(
                        brand,
                        line,
                        at,
                        override -> editions.catalog().resolve(line, at, override, AccountCare::from)));
    }

    /// Whether anything is known of a channel's platform.
    public boolean knowsPlatform(String channel, Instant at) {
        return editions.catalog().inForce(PolicyLine.platform(channel), at).isPresent();
    }

    /// A policy of a kind that isn't told apart by channel; capabilities that know its type ask for
    /// it here.
    ///
    /// @param into reads the kind's values; always the same for a kind
    public <T> PolicyInForce<T> of(PolicyKind kind, BrandId brand, Instant at, Function<PolicyReader, T> into) {
        var line = PolicyLine.of(kind);
        return resolve(brand, line, at, override -> editions.catalog().resolve(line, at, override, into));
    }

    /// When something else comes into force for a brand after a moment, of a kind that isn't told
    /// apart by channel: the next edition's day, or that of settings the brand has made ahead.
    /// Empty if nothing is known of.
    public Optional<Instant> nextAfter(PolicyKind kind, BrandId brand, Instant at) {
        var line = PolicyLine.of(kind);
        var catalog = editions.catalog();
        var today = catalog.day(at);
        return Stream.concat(
                        catalog.beginnings(line).stream(),
                        overrides.all(brand, line).stream().map(PolicyOverride::validFrom))
                .filter(day -> day.isAfter(today))
                .min(Comparator.naturalOrder())
                .map(catalog::begins);
    }

    @SuppressWarnings("unchecked") // a line has one type of policy
    private <T> PolicyInForce<T> resolve(BrandId brand, PolicyLine line, Instant at, Reading<T> reading) {
        var catalog = editions.catalog();
        var edition = catalog.inForce(line, at)
                .orElseThrow(() -> new IllegalStateException("no " + line + " policy is valid at " + at));
        var override = overrides.find(brand, line, catalog.day(at));
        var key = new Key(brand, line, edition.id().value(), override);
        return (PolicyInForce<T>) resolved.computeIfAbsent(
                key,
                _ -> usable(
                        reading.of(override), () -> reading.of(Optional.empty()).orThrow()));
    }

    /// A brand's settings were checked against the edition of that day. Should a later edition
    /// leave no room for them, the edition holds alone until the brand mends them: nothing may
    /// stop, and the platform's rule goes before the brand's.
    private static <T> PolicyInForce<T> usable(
            PolicyReading<PolicyInForce<T>> reading, Supplier<PolicyInForce<T>> shipped) {
        return switch (reading) {
            case PolicyReading.Accepted<PolicyInForce<T>>(var policy) -> policy;
            case PolicyReading.Rejected<PolicyInForce<T>> _ -> shipped.get();
        };
    }
}
