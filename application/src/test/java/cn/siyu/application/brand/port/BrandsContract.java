package cn.siyu.application.brand.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.domain.brand.Brand;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.BrandMode;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every [Brands] does.
public interface BrandsContract {
    Instant NOW = Instant.parse("2026-03-01T08:00:00.123Z");

    /// A repository without brands.
    Brands brands();

    /// A brand with a number and a slug.
    static Brand aBrand(int number, String slug, @Nullable Instant sandboxNow) {
        return new Brand(
                new BrandId(number),
                PublicId.of(NOW, number, number),
                slug,
                "Brand " + number,
                sandboxNow == null ? BrandMode.LIVE : BrandMode.SANDBOX,
                ZoneId.of("Asia/Shanghai"),
                0.25,
                0.5,
                "CNY",
                NOW,
                sandboxNow,
                1,
                NOW,
                NOW);
    }

    @Test
    default void findsABrandByNumberSlugAndPublicId() {
        var brands = brands();
        var brand = aBrand(1, "demo", NOW);
        brands.add(brand);
        brands.add(aBrand(2, "other", null));

        assertThat(brands.find(brand.id())).contains(brand);
        assertThat(brands.bySlug("demo")).contains(brand);
        assertThat(brands.byPublicId(brand.publicId())).contains(brand);
        assertThat(brands.all()).extracting(Brand::slug).containsExactly("demo", "other");
    }

    @Test
    default void answersEmptyForWhatIsNotThere() {
        assertThat(brands().find(new BrandId(9))).isEmpty();
        assertThat(brands().bySlug("none")).isEmpty();
    }

    @Test
    default void refusesASlugThatIsTaken() {
        var brands = brands();
        brands.add(aBrand(1, "demo", null));

        assertThatThrownBy(() -> brands.add(aBrand(2, "demo", null))).isInstanceOf(AlreadyExists.class);
    }

    @Test
    default void refusesAStaleReplacement() {
        var brands = brands();
        brands.add(aBrand(1, "demo", null));

        assertThatThrownBy(() -> brands.replace(aBrand(1, "demo", null))).isInstanceOf(StaleAggregate.class);
    }

    @Test
    default void movesASandboxClockAndNothingElse() {
        var brands = brands();
        brands.add(aBrand(1, "demo", NOW));

        brands.moveClock(new BrandId(1), NOW.plusSeconds(60));

        assertThat(brands.find(new BrandId(1))).contains(aBrand(1, "demo", NOW.plusSeconds(60)));
    }
}
