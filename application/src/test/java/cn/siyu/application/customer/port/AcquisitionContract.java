package cn.siyu.application.customer.port;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWayId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every [Acquisition] does. Relationships are those of [RelationshipsContract]: odd ones came
/// by contact way 4.
public interface AcquisitionContract {
    BrandId BRAND = new BrandId(1);
    ChannelAccountId ACCOUNT = RelationshipsContract.LINK.account();
    LocalDate DAY = LocalDate.of(2026, 3, 1);

    /// Without any load.
    Acquisition acquisition();

    /// Makes contact way 4 known by a source mark.
    void mark(String source);

    /// How full the account is.
    Optional<InMemoryAcquisition.Load> load();

    @Test
    default void knowsTheContactWayOfASourceMark() {
        var acquisition = acquisition();
        mark("shop-17");

        assertThat(acquisition.wayOf(BRAND, "shop-17")).contains(new ContactWayId(4));
        assertThat(acquisition.wayOf(BRAND, "shop-18")).isEmpty();
    }

    @Test
    default void countsManyAtOnceAsOneByOne() {
        var acquisition = acquisition();
        mark("shop-17");
        acquisition.beganAll(
                BRAND,
                List.of(
                        began(2, DAY),
                        began(3, DAY.minusDays(40)),
                        began(4, DAY),
                        began(6, DAY.minusDays(40)),
                        began(8, DAY)));
        acquisition.beganAll(BRAND, List.of());

        assertThat(load()).contains(new InMemoryAcquisition.Load(5, DAY, 3));
        assertThat(acquisition.waysOf(BRAND, List.of("shop-17", "shop-18")))
                .isEqualTo(Map.of("shop-17", new ContactWayId(4)));
        assertThat(acquisition.waysOf(BRAND, List.of())).isEmpty();
    }

    private static Acquisition.Began began(long number, LocalDate day) {
        return new Acquisition.Began(RelationshipsContract.aRelationship(number, 1, null), day);
    }

    @Test
    default void countsWhoIsThereAndWhoCameToday() {
        var acquisition = acquisition();
        acquisition.began(BRAND, RelationshipsContract.aRelationship(2, 1, null), DAY);
        acquisition.began(BRAND, RelationshipsContract.aRelationship(4, 1, null), DAY);
        assertThat(load()).contains(new InMemoryAcquisition.Load(2, DAY, 2));

        acquisition.began(BRAND, RelationshipsContract.aRelationship(6, 1, null), DAY.plusDays(1));
        acquisition.began(BRAND, RelationshipsContract.aRelationship(8, 1, null), DAY);
        assertThat(load()).contains(new InMemoryAcquisition.Load(4, DAY.plusDays(1), 1));

        acquisition.ended(BRAND, ACCOUNT);
        assertThat(load()).contains(new InMemoryAcquisition.Load(3, DAY.plusDays(1), 1));
        acquisition.goesOn(BRAND, ACCOUNT);
        assertThat(load()).contains(new InMemoryAcquisition.Load(4, DAY.plusDays(1), 1));
    }
}
