package cn.siyu.application.sop.port;

import static cn.siyu.application.sop.port.SopFixtures.BRAND;
import static cn.siyu.application.sop.port.SopFixtures.publicId;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.sop.SopNaming.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every [ReferenceBook] does.
public interface ReferenceBookContract {
    /// Without entries.
    ReferenceBook book();

    /// Adds something with that number and the public id of that number.
    void put(Kind kind, long number, boolean archived);

    @ParameterizedTest
    @EnumSource
    default void findsBothWays(Kind kind) {
        put(kind, 7, false);
        put(kind, 8, false);

        assertThat(book().numbers(BRAND, kind, List.of(publicId(7), publicId(9))))
                .containsOnly(Map.entry(publicId(7), 7L));
        assertThat(book().publicIds(BRAND, kind, List.of(8L, 9L))).containsOnly(Map.entry(8L, publicId(8)));
        assertThat(book().numbers(new BrandId(2), kind, List.of(publicId(7)))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"MATERIAL", "CONTACT_WAY"})
    default void namesWhatIsArchivedButDoesNotOfferIt(Kind kind) {
        put(kind, 7, true);

        assertThat(book().numbers(BRAND, kind, List.of(publicId(7)))).isEmpty();
        assertThat(book().publicIds(BRAND, kind, List.of(7L))).containsOnly(Map.entry(7L, publicId(7)));
    }
}
