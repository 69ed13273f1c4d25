package cn.siyu.domain.trust.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.trust.TrustWorld;
import cn.siyu.domain.trust.policy.EvidenceKind;
import cn.siyu.domain.trust.policy.EvidenceRule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceDatingTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T10:00:00Z, 2026-03-01T10:00:05Z, 2026-03-01T10:00:00Z",
        "2026-03-01T12:00:00Z, 2026-03-01T10:00:05Z, 2026-03-01T10:00:05Z"
    })
    void takesTheEarlierOfOccurredAndReceived(Instant occurred, Instant received, Instant effective) {
        assertThat(purchase(occurred, received)
                        .dated(rule(EvidenceKind.PURCHASED), SHANGHAI)
                        .effectiveAt())
                .isEqualTo(effective);
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Shanghai, 2026-03-01T15:59:59.999Z, 2026-02-28T16:00:00Z",
        "Asia/Shanghai, 2026-03-01T16:00:00Z, 2026-03-01T16:00:00Z",
        "America/New_York, 2025-03-09T20:00:00Z, 2025-03-09T05:00:00Z",
        "America/New_York, 2025-03-10T20:00:00Z, 2025-03-10T04:00:00Z",
        "America/Asuncion, 2023-10-01T12:00:00Z, 2023-10-01T04:00:00Z"
    })
    void datesCappedKindsAtTheStartOfTheLocalDay(ZoneId zone, Instant occurred, Instant effective) {
        var reply = new Evidence(
                new EvidenceId("r"),
                EvidenceKind.REPLIED,
                new CustomerId(1),
                Optional.empty(),
                occurred,
                occurred,
                1,
                "test");
        assertThat(reply.dated(rule(EvidenceKind.REPLIED), zone).effectiveAt()).isEqualTo(effective);
    }

    @Test
    void countsForTheBrandAloneWithoutARelationship() {
        var at = Instant.parse("2026-03-01T10:00:00Z");
        assertThat(purchase(at, at).subjects()).containsExactly(new TrustSubject.Brand(new CustomerId(1)));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1000001", "NaN"})
    void refusesMultiplicitiesThatMeanNothing(double multiplicity) {
        var at = Instant.parse("2026-03-01T10:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evidence(
                        new EvidenceId("e"),
                        EvidenceKind.PURCHASED,
                        new CustomerId(1),
                        Optional.empty(),
                        at,
                        at,
                        multiplicity,
                        "test"))
                .withMessageContaining("multiplicity");
    }

    @Test
    void refusesARuleOfAnotherKind() {
        var at = Instant.parse("2026-03-01T10:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> purchase(at, at).dated(rule(EvidenceKind.REPLIED), SHANGHAI));
    }

    private static EvidenceRule rule(EvidenceKind kind) {
        return TrustWorld.policy().rule(kind).orElseThrow();
    }

    private static Evidence purchase(Instant occurred, Instant received) {
        return new Evidence(
                new EvidenceId("p"),
                EvidenceKind.PURCHASED,
                new CustomerId(1),
                Optional.empty(),
                occurred,
                received,
                1,
                "test");
    }
}
