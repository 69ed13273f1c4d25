package cn.siyu.application.sop.port;

import static cn.siyu.application.sop.port.SopFixtures.BRAND;
import static cn.siyu.application.sop.port.SopFixtures.NOW;
import static cn.siyu.application.sop.port.SopFixtures.publicId;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.sop.Sop;
import cn.siyu.domain.sop.SopChange;
import cn.siyu.domain.sop.SopId;
import org.junit.jupiter.api.Test;

/// What every [SopChanges] does.
public interface SopChangesContract {
    /// Without changes.
    SopChanges changes();

    private static SopChange aChange(long number, long sop, SopChange.By by) {
        return new SopChange(
                number,
                publicId(number),
                new SopId(sop),
                SopChange.Kind.PAUSE,
                Sop.State.ACTIVE,
                Sop.State.PAUSED,
                null,
                by,
                NOW);
    }

    @Test
    default void keepsChangesAsTheyWereNewestFirst() {
        var changes = changes();
        var first = new SopChange(
                1,
                publicId(1),
                new SopId(7),
                SopChange.Kind.ACTIVATION,
                Sop.State.INACTIVE,
                Sop.State.ACTIVE,
                3,
                SopChange.By.PRODUCT,
                NOW);
        var second = aChange(2, 7, new SopChange.By(publicId(99), "活动延期 🙂".repeat(70)));
        var elsewhere = aChange(3, 8, SopChange.By.PRODUCT);
        changes.add(BRAND, first);
        changes.add(BRAND, second);
        changes.add(BRAND, elsewhere);

        assertThat(changes.page(BRAND, new SopId(7), Long.MAX_VALUE, 10)).containsExactly(second, first);
        assertThat(changes.page(BRAND, new SopId(7), 2, 10)).containsExactly(first);
        assertThat(changes.page(BRAND, new SopId(7), Long.MAX_VALUE, 1)).containsExactly(second);
        assertThat(changes.page(new BrandId(2), new SopId(7), Long.MAX_VALUE, 10))
                .isEmpty();
    }
}
