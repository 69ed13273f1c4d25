package cn.siyu.adapter.persistence.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.channel.allocation.AllocationPolicy;
import cn.siyu.domain.channel.care.AccountCare;
import cn.siyu.domain.channel.fit.FitPolicy;
import cn.siyu.domain.channel.journey.JourneyPolicy;
import cn.siyu.domain.channel.policy.PlatformPolicy;
import cn.siyu.domain.channel.policy.PolicyCatalog;
import cn.siyu.domain.channel.policy.PolicyEdition;
import cn.siyu.domain.channel.policy.PolicyKind;
import cn.siyu.domain.channel.policy.PolicyLine;
import cn.siyu.domain.channel.policy.PolicyReader;
import cn.siyu.domain.contact.ContactPolicy;
import cn.siyu.domain.continuity.pool.PoolPolicy;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.customer.identity.BlockedValues;
import cn.siyu.domain.customer.identity.IdentityRules;
import cn.siyu.domain.customer.lifecycle.LifecyclePolicy;
import cn.siyu.domain.graduation.GraduationPolicy;
import cn.siyu.domain.trust.policy.PolicyReading;
import cn.siyu.domain.trust.policy.TrustPolicyReader;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedPoliciesTest {
    private static final PolicyCatalog CATALOG = new ShippedPolicies().read();
    private static final Instant TODAY = Instant.parse("2026-11-23T00:00:00Z");

    static Stream<PolicyEdition> editions() {
        return CATALOG.editions().stream();
    }

    @ParameterizedTest
    @MethodSource("editions")
    void everyEditionIsSound(PolicyEdition edition) {
        Object read = switch (edition.kind()) {
            case PLATFORM ->
                PolicyReader.read(edition.values(), PlatformPolicy::from).orThrow();
            case CONTACT ->
                PolicyReader.read(edition.values(), ContactPolicy::from).orThrow();
            case ALLOCATION ->
                PolicyReader.read(edition.values(), AllocationPolicy::from).orThrow();
            case LIFECYCLE ->
                PolicyReader.read(edition.values(), LifecyclePolicy::from).orThrow();
            case CHANNEL_FIT ->
                PolicyReader.read(edition.values(), FitPolicy::from).orThrow();
            case GRADUATION ->
                PolicyReader.read(edition.values(), GraduationPolicy::from).orThrow();
            case ACCOUNT_CARE ->
                PolicyReader.read(edition.values(), AccountCare::from).orThrow();
            case IDENTITY ->
                PolicyReader.read(edition.values(), IdentityRules::from).orThrow();
            case JOURNEY ->
                PolicyReader.read(edition.values(), JourneyPolicy::from).orThrow();
            case CUSTOMER_POOL ->
                PolicyReader.read(edition.values(), PoolPolicy::from).orThrow();
            case TRUST -> trust(edition);
        };
        assertThat(read).isNotNull();
        assertThat(edition.source()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "2020-06-01T00:00:00Z, wecom-2020,       PER_WEEK 1",
        "2023-06-01T00:00:00Z, wecom-2021,       PER_MONTH 4",
        "2025-11-16T15:59:59Z, wecom-2021,       PER_MONTH 4",
        "2025-11-16T16:00:00Z, wecom-2025-11-17, AS_MANY_AS_DAYS_IN_MONTH"
    })
    void thePlatformsQuotaChangesOnItsDay(Instant at, String edition, String quota) {
        var policy = CATALOG.platform("WECOM", at, Optional.empty()).orThrow();

        assertThat(policy.stamp()).hasToString(edition);
        assertThat(policy.values().massMessages().perCustomer()).hasToString(quota);
    }

    @Test
    void theGovernorStartsWithTheDocumentedDefaults() {
        var contact = CATALOG.resolve(PolicyLine.of(PolicyKind.CONTACT), TODAY, Optional.empty(), ContactPolicy::from)
                .orThrow()
                .values();

        assertThat(contact.gap().after(0)).isEqualTo(Duration.ofDays(7));
        assertThat(contact.gap().after(100)).isEqualTo(Duration.ofDays(60));
        assertThat(contact.perMonth()).isEqualTo(4);
        assertThat(contact.lowTrust()).isEqualTo(new ContactPolicy.LowTrust(38, .3));
        assertThat(contact.quietHours()).hasToString("22:00–08:00");
        assertThat(contact.pauseAfterIgnored()).isEqualTo(5);
    }

    @Test
    void identitiesAreJoinedByTheDocumentedLimits() {
        var rules = CATALOG.resolve(PolicyLine.of(PolicyKind.IDENTITY), TODAY, Optional.empty(), IdentityRules::from)
                .orThrow()
                .values();

        assertThat(rules.limits()).isEqualTo(IdentityRules.DEFAULT.limits());
        assertThat(rules.sharedAbove()).isEqualTo(3);
        assertThat(rules.blocked().why(new IdentityKey(IdentityType.PHONE, "", "+8612345678901")))
                .contains(BlockedValues.Why.TEST_PHONE);
        assertThat(rules.blocked().why(new IdentityKey(IdentityType.MEMBER_ID, "crm", "NULL")))
                .contains(BlockedValues.Why.PLACEHOLDER);
        assertThat(rules.blocked().has(new IdentityKey(IdentityType.PHONE, "", "+8613800138000")))
                .isFalse();
    }

    @Test
    void everyKindOfPolicyIsInForceToday() {
        for (PolicyKind kind : PolicyKind.values()) {
            var line = switch (kind) {
                case PLATFORM -> PolicyLine.platform("WECOM");
                case ACCOUNT_CARE -> PolicyLine.care("PERSONAL_WECHAT");
                case CONTACT, ALLOCATION, LIFECYCLE, TRUST, CHANNEL_FIT, JOURNEY, GRADUATION, IDENTITY, CUSTOMER_POOL ->
                    PolicyLine.of(kind);
            };
            assertThat(CATALOG.inForce(line, TODAY)).as("%s", kind).isPresent();
        }
    }

    private static Object trust(PolicyEdition edition) {
        Map<String, Object> tree = new LinkedHashMap<>(edition.values());
        tree.put("edition", edition.id().value());
        return switch (TrustPolicyReader.read(tree)) {
            case PolicyReading.Accepted(var policy) -> policy;
            case PolicyReading.Rejected(var problems) -> throw new AssertionError(problems);
        };
    }
}
