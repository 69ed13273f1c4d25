package cn.siyu.application.engine.port;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.engine.ClockAdvance;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What every [ClockAdvances] does.
public interface ClockAdvancesContract {
    BrandId BRAND = new BrandId(1);
    Instant NOW = Instant.parse("2026-03-01T08:00:00.123Z");

    /// No advances.
    ClockAdvances advances();

    private static ClockAdvance anAdvance(long id, ClockAdvance.State state) {
        return new ClockAdvance(
                BRAND, id, PublicId.of(NOW, id, id), NOW, NOW.plus(Duration.ofDays(7)), state, null, NOW, null);
    }

    @Test
    default void findsAnAdvanceByItsPublicIdInItsBrandOnly() {
        var advances = advances();
        var advance = anAdvance(1, ClockAdvance.State.RUNNING);
        advances.add(advance);

        assertThat(advances.find(BRAND, advance.publicId())).contains(advance);
        assertThat(advances.find(new BrandId(2), advance.publicId())).isEmpty();
    }

    @Test
    default void namesTheRunningOnesUntilTheyEnd() {
        var advances = advances();
        advances.add(anAdvance(1, ClockAdvance.State.RUNNING));
        advances.add(anAdvance(2, ClockAdvance.State.RUNNING));

        advances.replace(new ClockAdvance(
                BRAND,
                1,
                PublicId.of(NOW, 1, 1),
                NOW,
                NOW.plus(Duration.ofDays(7)),
                ClockAdvance.State.FAILED,
                "far side gone",
                NOW,
                NOW.plusSeconds(3)));

        assertThat(advances.running()).extracting(ClockAdvance::id).containsExactly(2L);
        assertThat(advances.latest(BRAND, Long.MAX_VALUE, 10))
                .extracting(ClockAdvance::id)
                .containsExactly(2L, 1L);
        assertThat(advances.latest(BRAND, Long.MAX_VALUE, 10).getLast().problem())
                .isEqualTo("far side gone");
        assertThat(advances.latest(BRAND, Long.MAX_VALUE, 1)).hasSize(1);
        assertThat(advances.latest(BRAND, 2, 10)).extracting(ClockAdvance::id).containsExactly(1L);
    }
}
