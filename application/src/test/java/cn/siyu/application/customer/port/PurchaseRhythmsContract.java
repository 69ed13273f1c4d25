package cn.siyu.application.customer.port;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.customer.port.PurchaseRhythms.Measured;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.lifecycle.PurchaseCounts;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What every [PurchaseRhythms] does.
public interface PurchaseRhythmsContract {
    BrandId BRAND = new BrandId(1);
    Instant NOW = Instant.parse("2026-03-01T08:00:00.123Z");

    /// The port on an empty store.
    PurchaseRhythms rhythms();

    /// A person bought something and kept it.
    void bought(long person, Instant at);

    private void boughtBefore(long person, int... daysAgo) {
        for (int days : daysAgo) {
            bought(person, NOW.minus(Duration.ofDays(days)));
        }
    }

    @Test
    default void countsWhatWasBoughtAgainInEachCustomersOwnWindow() {
        var rhythms = rhythms();
        boughtBefore(1, 300, 290, 250, 210, 209); // three in its window: the one on its last day counts
        boughtBefore(2, 100); // never again
        boughtBefore(3, 90, 1); // the window ends now
        boughtBefore(4, 89, 80, 70, 60); // hasn't been followed long enough

        assertThat(rhythms.count(BRAND, 90, NOW)).isEqualTo(new PurchaseCounts(3, 4, 10, 90));
        assertThat(rhythms.count(BRAND, 90, NOW.minus(Duration.ofDays(150))))
                .as("nothing of what came later")
                .isEqualTo(new PurchaseCounts(1, 3, 9, 90));
        assertThat(rhythms.count(BRAND, 400, NOW)).isEqualTo(PurchaseCounts.none(400));
    }

    @Test
    default void keepsWhatHolds() {
        var rhythms = rhythms();
        assertThat(rhythms.measured(BRAND)).isEmpty();
        rhythms.keep(BRAND, new Measured(NOW, 0, PurchaseCounts.none(90)));
        var next = new Measured(NOW.plusSeconds(1), 1, new PurchaseCounts(100, 180, 680, 90));
        rhythms.keep(BRAND, next);
        assertThat(rhythms.measured(BRAND)).contains(next);
        assertThat(rhythms.measured(new BrandId(2))).isEmpty();
    }
}
