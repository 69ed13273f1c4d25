package cn.siyu.application.sop.port;

import static cn.siyu.application.sop.port.SopFixtures.BRAND;
import static cn.siyu.application.sop.port.SopFixtures.NOW;
import static cn.siyu.application.sop.port.SopFixtures.publicId;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.sop.port.Waves.Counts;
import cn.siyu.application.sop.port.Waves.Wave;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.sop.SopId;
import cn.siyu.domain.sop.SopVersionId;
import cn.siyu.domain.sop.WaveId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What every [Waves] does.
public interface WavesContract {
    Instant MINUTE = Instant.parse("2026-03-10T02:00:00Z");

    /// Without waves.
    Waves waves();

    /// A wave of SOP 5.
    static Wave aWave(long number, int step, Instant dueAt) {
        return new Wave(
                new WaveId(number),
                publicId(number),
                new SopId(5),
                new Waves.Key(new SopVersionId(6), step, dueAt),
                NOW);
    }

    @Test
    default void opensAWaveOnce() {
        var waves = waves();
        var first = aWave(1, 0, MINUTE);
        var same = aWave(2, 0, MINUTE);
        var later = aWave(3, 0, MINUTE.plusSeconds(60));
        var nextStep = aWave(4, 1, MINUTE);

        assertThat(waves.open(BRAND, List.of(first))).containsExactly(Map.entry(first.key(), first.id()));
        assertThat(waves.open(BRAND, List.of(same, later, nextStep)))
                .containsOnly(
                        Map.entry(first.key(), first.id()),
                        Map.entry(later.key(), later.id()),
                        Map.entry(nextStep.key(), nextStep.id()));
    }

    @Test
    default void addsUpItsCounts() {
        var waves = waves();
        var wave = aWave(1, 0, MINUTE);
        waves.open(BRAND, List.of(wave));

        waves.count(BRAND, Map.of(wave.id(), new Counts(8, 1, 1, 1, 1, 1, 1, 2)));
        waves.count(BRAND, Map.of(wave.id(), new Counts(1, 0, 1, 0, 0, 0, 0, 0)));

        assertThat(waves.byPublicId(BRAND, wave.publicId()))
                .contains(new Waves.Counted(wave, new Counts(9, 1, 2, 1, 1, 1, 1, 2), Map.of()));
    }

    @Test
    default void listsTheNewestFirst() {
        var waves = waves();
        waves.open(BRAND, List.of(aWave(1, 0, MINUTE), aWave(2, 1, MINUTE), aWave(3, 2, MINUTE)));

        assertThat(waves.page(BRAND, null, Long.MAX_VALUE, 2))
                .extracting(each -> each.wave().id().value())
                .containsExactly(3L, 2L);
        assertThat(waves.page(BRAND, new SopId(5), 2, 10))
                .extracting(each -> each.wave().id().value())
                .containsExactly(1L);
        assertThat(waves.page(BRAND, new SopId(6), Long.MAX_VALUE, 10)).isEmpty();
        assertThat(waves.page(new BrandId(2), null, Long.MAX_VALUE, 10)).isEmpty();
    }
}
