package cn.siyu.application.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.brand.port.BrandsContract;
import cn.siyu.application.brand.port.InMemoryBrands;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.domain.brand.BrandId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class BrandClockTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final BrandId SANDBOX = new BrandId(1);
    private static final BrandId OTHER = new BrandId(2);

    private final InMemoryBrands brands = new InMemoryBrands(new InMemoryStore());
    private final BrandClock clock = new BrandClock(brands, InstantSource.fixed(START.plusSeconds(5)));

    BrandClockTest() {
        brands.add(BrandsContract.aBrand(1, "sandbox", START));
        brands.add(BrandsContract.aBrand(2, "other", START));
    }

    @Test
    void followsASandboxsClock() {
        brands.moveClock(SANDBOX, START.plus(Duration.ofHours(2)));
        assertThat(clock.now(SANDBOX)).isEqualTo(START.plus(Duration.ofHours(2)));
    }

    @Test
    void asksNoOneWhileItStandsAndFollowsAgainAfterwards() {
        clock.standing(SANDBOX, START, () -> {
            brands.moveClock(SANDBOX, START.plusSeconds(60));
            brands.moveClock(OTHER, START.plusSeconds(7));
            assertThat(clock.now(SANDBOX)).isEqualTo(START);
            assertThat(clock.now(OTHER)).isEqualTo(START.plusSeconds(7));
        });
        assertThat(clock.now(SANDBOX)).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void followsAgainWhenWhatWasDoneBroke() {
        assertThatThrownBy(() -> clock.standing(SANDBOX, START, () -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);
        brands.moveClock(SANDBOX, START.plusSeconds(1));
        assertThat(clock.now(SANDBOX)).isEqualTo(START.plusSeconds(1));
    }
}
