package cn.siyu.domain.channel.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.domain.channel.care.DayOfBatches.Batch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayOfBatchesTest {
    private static final long COFFEE = 5;
    private static final long TEA = 6;

    @Test
    void fillsABatchBeforeItBeginsAnother() {
        var day = new DayOfBatches(List.of());

        assertThat(day.join(COFFEE, 2)).isEqualTo(new Batch(1, COFFEE, 1));
        assertThat(day.join(COFFEE, 2)).isEqualTo(new Batch(1, COFFEE, 2));
        assertThat(day.join(COFFEE, 2)).isEqualTo(new Batch(2, COFFEE, 1));
        assertThat(day.changed()).containsExactly(new Batch(1, COFFEE, 2), new Batch(2, COFFEE, 1));
    }

    @Test
    void sendsAnotherContentInABatchOfItsOwn() {
        var day = new DayOfBatches(List.of(new Batch(1, COFFEE, 1)));

        assertThat(day.join(TEA, 200)).isEqualTo(new Batch(2, TEA, 1));
        assertThat(day.join(COFFEE, 200)).isEqualTo(new Batch(1, COFFEE, 2));
    }

    @Test
    void tellsOnlyWhatChanged() {
        assertThat(new DayOfBatches(List.of(new Batch(1, COFFEE, 1))).changed()).isEmpty();
        assertThatThrownBy(() -> new Batch(0, COFFEE, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Batch(1, COFFEE, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    /// However a day goes, and however often what is kept is read again: nobody is lost, no batch
    /// has more than fit or more than one content, and numbers have no gap.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void keepsEveryBatchWithinItsSize(long seed) {
        var random = new Random(seed);
        int perBatch = 1 + random.nextInt(5);
        var kept = new HashMap<Integer, Batch>();
        var day = new DayOfBatches(List.of());
        for (int message = 0; message < 200; message++) {
            Batch joined = day.join(1 + random.nextInt(4), perBatch);
            assertThat(joined.members()).as("seed " + seed).isBetween(1, perBatch);
            day.changed().forEach(batch -> {
                var before = kept.put(batch.number(), batch);
                assertThat(before == null || before.material() == batch.material())
                        .isTrue();
            });
            if (random.nextInt(7) == 0) {
                day = new DayOfBatches(new ArrayList<>(kept.values()));
            }
        }
        assertThat(kept.values().stream().mapToInt(Batch::members).sum()).isEqualTo(200);
        assertThat(kept.keySet())
                .containsExactlyInAnyOrderElementsOf(java.util.stream.IntStream.rangeClosed(1, kept.size())
                        .boxed()
                        .toList());
    }
}
