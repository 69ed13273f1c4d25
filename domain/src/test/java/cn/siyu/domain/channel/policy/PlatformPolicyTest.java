package cn.siyu.domain.channel.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PlatformPolicyTest {
    private static final Instant SAID = Instant.parse("2026-03-01T04:00:00Z");

    private final PlatformPolicy policy = PolicyFixtures.platform("PER_MONTH 4");

    @Test
    void notInterestedSilencesEverLongerAndTheFourthTimeAsTheThird() {
        assertThat(policy.silencedUntil(1, SAID)).isEqualTo("2026-03-08T04:00:00Z");
        assertThat(policy.silencedUntil(2, SAID)).isEqualTo("2026-03-31T04:00:00Z");
        assertThat(policy.silencedUntil(3, SAID)).isEqualTo("2027-03-01T04:00:00Z");
        assertThat(policy.silencedUntil(4, SAID)).isEqualTo(policy.silencedUntil(3, SAID));
    }

    @Test
    void theYearOfSilenceIsAYearOfThePlatformsCalendar() {
        // 2028-02-28T17:00Z is already the 29th in Shanghai; a year later there is no 29th
        assertThat(policy.silencedUntil(3, Instant.parse("2028-02-28T17:00:00Z")))
                .isEqualTo("2029-02-27T17:00:00Z");
    }

    @Test
    void whoNeverSaidItIsNotSilenced() {
        assertThat(policy.silencedUntil(0, SAID)).isEqualTo(SAID);
    }
}
