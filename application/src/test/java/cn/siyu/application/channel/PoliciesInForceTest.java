package cn.siyu.application.channel;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.channel.port.InMemoryPolicyOverrides;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.channel.policy.PolicyInForce;
import cn.siyu.domain.channel.policy.PolicyKind;
import cn.siyu.domain.channel.policy.PolicyLine;
import cn.siyu.domain.channel.policy.PolicyOverride;
import cn.siyu.domain.contact.ContactPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PoliciesInForceTest {
    private static final BrandId BRAND = new BrandId(1);
    private static final Instant MARCH = Instant.parse("2026-03-31T15:59:59Z");
    private static final Instant APRIL = Instant.parse("2026-03-31T16:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-02T00:00:00Z");
    private static final PolicyLine CONTACT = PolicyLine.of(PolicyKind.CONTACT);
    private static final PolicyLine WECOM = PolicyLine.platform("WECOM");

    private final InMemoryPolicyOverrides overrides = new InMemoryPolicyOverrides(new InMemoryStore());
    private final PoliciesInForce policies = new PoliciesInForce(new TestEditions(), overrides);

    private PolicyInForce<ContactPolicy> contact(BrandId brand, Instant at) {
        return policies.of(PolicyKind.CONTACT, brand, at, ContactPolicy::from);
    }

    private void set(PolicyLine line, int version, Map<String, Object> values) {
        overrides.put(BRAND, line, new PolicyOverride(version, LocalDate.of(2026, 3, 1), values), MARCH);
    }

    @Test
    void changesWithTheEditionOnItsDayInThePlatformsZone() {
        assertThat(contact(BRAND, MARCH).values().perMonth()).isEqualTo(4);
        assertThat(contact(BRAND, MARCH).stamp()).hasToString("contact-1");
        assertThat(contact(BRAND, APRIL).values().perMonth()).isEqualTo(6);
        assertThat(contact(BRAND, APRIL).stamp()).hasToString("contact-2");
        assertThat(policies.allocation(BRAND, APRIL).values().rule()).isEqualTo(ContactWay.Rule.LEAST_LOADED);
    }

    @Test
    void laysWhatTheBrandSetOverEveryEdition() {
        set(CONTACT, 1, Map.of("brandCap", Map.of("perMonth", 2)));

        assertThat(contact(BRAND, MARCH).values().perMonth()).isEqualTo(2);
        assertThat(contact(BRAND, APRIL).values().perMonth()).isEqualTo(2);
        assertThat(contact(BRAND, APRIL).values().pauseAfterIgnored()).isEqualTo(5);
        assertThat(contact(BRAND, APRIL).stamp()).hasToString("contact-2+1");
        assertThat(contact(new BrandId(2), APRIL).values().perMonth()).isEqualTo(6);
    }

    @Test
    void seesANewSettingAtOnce() {
        set(CONTACT, 1, Map.of("pauseAfterIgnored", 3));
        assertThat(contact(BRAND, MARCH).values().pauseAfterIgnored()).isEqualTo(3);

        set(CONTACT, 2, Map.of("pauseAfterIgnored", 9));

        assertThat(contact(BRAND, MARCH).values().pauseAfterIgnored()).isEqualTo(9);
    }

    @Test
    void ignoresASettingThatIsLaxerThanThePlatform() {
        set(WECOM, 1, Map.of("massMessages", Map.of("attachments", 50)));

        assertThat(policies.platform(BRAND, "WECOM", MARCH)
                        .values()
                        .massMessages()
                        .attachments())
                .isEqualTo(9);
        assertThat(policies.platform(BRAND, "WECOM", MARCH).stamp()).hasToString("wecom-1");
    }

    @Test
    void ignoresASettingFromTheDayThePlatformAllowsLess() {
        set(WECOM, 1, Map.of("massMessages", Map.of("attachments", 5)));

        assertThat(policies.platform(BRAND, "WECOM", APRIL)
                        .values()
                        .massMessages()
                        .attachments())
                .isEqualTo(5);
        assertThat(policies.platform(BRAND, "WECOM", MAY)
                        .values()
                        .massMessages()
                        .attachments())
                .isEqualTo(3);
    }

    @Test
    void ignoresASettingThatCannotBeRead() {
        set(CONTACT, 1, Map.of("pauseAfterIgnored", "often"));

        assertThat(contact(BRAND, MARCH).values().pauseAfterIgnored()).isEqualTo(5);
        assertThat(contact(BRAND, MARCH).stamp()).hasToString("contact-1");
    }
}
