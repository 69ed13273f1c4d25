package cn.siyu.application.task.port;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.care.DayOfBatches.Batch;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What every [HandBatches] does.
public interface HandBatchesContract {
    BrandId BRAND = new BrandId(1);
    ChannelAccountId ONE = new ChannelAccountId(51);
    ChannelAccountId OTHER = new ChannelAccountId(52);
    LocalDate TODAY = LocalDate.of(2026, 3, 1);

    /// No batches.
    HandBatches batches();

    @Test
    default void keepsBatchesByAccountAndDay() {
        var batches = batches();
        batches.keep(
                BRAND,
                TODAY,
                Map.of(ONE, List.of(new Batch(1, 5, 200), new Batch(2, 5, 3)), OTHER, List.of(new Batch(1, 6, 1))));

        assertThat(batches.of(BRAND, List.of(ONE, OTHER), TODAY))
                .isEqualTo(Map.of(
                        ONE, List.of(new Batch(1, 5, 200), new Batch(2, 5, 3)), OTHER, List.of(new Batch(1, 6, 1))));
        assertThat(batches.of(BRAND, List.of(OTHER), TODAY)).containsOnlyKeys(OTHER);
        assertThat(batches.of(BRAND, List.of(ONE), TODAY.plusDays(1))).isEmpty();
        assertThat(batches.of(new BrandId(2), List.of(ONE), TODAY)).isEmpty();
        assertThat(batches.of(BRAND, List.of(), TODAY)).isEmpty();
    }

    @Test
    default void letsABatchGrow() {
        var batches = batches();
        batches.keep(BRAND, TODAY, Map.of(ONE, List.of(new Batch(1, 5, 3))));
        batches.keep(BRAND, TODAY, Map.of(ONE, List.of(new Batch(1, 5, 4), new Batch(2, 6, 1))));

        assertThat(batches.of(BRAND, List.of(ONE), TODAY).get(ONE))
                .containsExactly(new Batch(1, 5, 4), new Batch(2, 6, 1));
    }
}
