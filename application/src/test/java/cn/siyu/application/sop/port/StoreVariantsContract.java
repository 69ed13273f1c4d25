package cn.siyu.application.sop.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.sop.port.StoreVariants.Use;
import cn.siyu.application.sop.port.StoreVariants.Used;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.content.TemplateReader;
import cn.siyu.domain.sop.EnrolmentId;
import cn.siyu.domain.sop.SopVersionId;
import cn.siyu.domain.sop.Step;
import cn.siyu.domain.sop.template.StoreVariant;
import cn.siyu.domain.sop.template.TemplateBounds;
import cn.siyu.domain.sop.template.TemplateBounds.StepBounds;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What stores of variants keep.
public interface StoreVariantsContract {
    BrandId BRAND = SopFixtures.BRAND;
    SopVersionId VERSION = new SopVersionId(7);
    DepartmentId STORE = new DepartmentId(3);
    EnrolmentId ENROLMENT = new EnrolmentId(50);

    /// An empty store.
    StoreVariants variants();

    private static TemplateBounds bounds(int version, boolean out) {
        return new TemplateBounds(
                VERSION,
                out,
                Map.of(
                        0, new StepBounds(true, false, Duration.ZERO),
                        4, new StepBounds(false, true, Duration.ofMinutes(90))),
                version);
    }

    private static StoreVariant variant(
            long id, DepartmentId department, int number, @Nullable Boolean out, Map<Integer, Step> steps) {
        return new StoreVariant(
                id,
                SopFixtures.publicId(id),
                VERSION,
                department,
                number,
                out,
                steps,
                SopFixtures.publicId(99),
                SopFixtures.NOW);
    }

    private static Map<Integer, Step> steps() {
        return Map.of(
                0,
                SopFixtures.aSend(12),
                10,
                new Step.WaitUntil(3, LocalTime.of(9, 30)),
                2,
                new Step.Task(
                        "CALL",
                        "回访",
                        TemplateReader.read("{{customer.nickname|您}}好", "").template(),
                        Duration.ofDays(1),
                        Duration.ofDays(2)),
                3,
                new Step.WaitFor(Duration.ofHours(5)));
    }

    @Test
    default void keepBoundsInVersions() {
        var variants = variants();
        assertThat(variants.bounds(BRAND, VERSION)).isEmpty();
        variants.keep(BRAND, bounds(1, false));
        variants.keep(BRAND, bounds(2, true));

        assertThat(variants.bounds(BRAND, VERSION)).contains(bounds(2, true));
        assertThat(variants.bounds(new BrandId(2), VERSION)).isEmpty();
        assertThatThrownBy(() -> variants.keep(BRAND, bounds(2, false))).isInstanceOf(StaleAggregate.class);
        assertThatThrownBy(() -> variants.keep(BRAND, bounds(1, false))).isInstanceOf(StaleAggregate.class);
    }

    @Test
    default void keepVariantsAsTheyAre() {
        var variants = variants();
        variants.add(BRAND, variant(20, STORE, 1, null, steps()));
        variants.add(BRAND, variant(21, STORE, 2, true, Map.of()));

        assertThat(variants.of(BRAND, VERSION, STORE))
                .containsExactly(variant(21, STORE, 2, true, Map.of()), variant(20, STORE, 1, null, steps()));
        assertThatThrownBy(() -> variants.add(BRAND, variant(22, STORE, 2, false, Map.of())))
                .isInstanceOf(StaleAggregate.class);
    }

    @Test
    default void giveTheNewestOfEachDepartmentOfTemplatesOnly() {
        var variants = variants();
        var region = new DepartmentId(2);
        variants.add(BRAND, variant(20, STORE, 1, null, steps()));
        assertThat(variants.held(BRAND, List.of(VERSION))).isEmpty();
        variants.keep(BRAND, bounds(1, true));
        variants.add(BRAND, variant(21, STORE, 2, false, Map.of()));
        variants.add(BRAND, variant(22, region, 1, true, Map.of()));

        var held = variants.held(BRAND, List.of(VERSION, new SopVersionId(8)));

        assertThat(held).containsOnlyKeys(VERSION);
        assertThat(held.get(VERSION))
                .isEqualTo(new StoreVariants.Held(
                        bounds(1, true),
                        List.of(variant(22, region, 1, true, Map.of()), variant(21, STORE, 2, false, Map.of()))));
        assertThat(variants.held(BRAND, List.of())).isEmpty();
    }

    @Test
    default void rememberWhatWasUsedFirst() {
        var variants = variants();
        variants.add(BRAND, variant(20, STORE, 1, null, steps()));
        variants.add(BRAND, variant(21, STORE, 2, null, Map.of()));
        variants.used(BRAND, List.of(new Use(ENROLMENT, 2, 20, STORE), new Use(ENROLMENT, 0, 20, STORE)));
        variants.used(BRAND, List.of(new Use(ENROLMENT, 2, 21, STORE)));
        variants.used(BRAND, List.of());

        assertThat(variants.usedBy(BRAND, ENROLMENT))
                .containsExactly(new Used(0, STORE, STORE, 1), new Used(2, STORE, STORE, 1));
        assertThat(variants.usedBy(BRAND, new EnrolmentId(51))).isEmpty();
        assertThat(variants.stores(BRAND, List.of())).isEmpty();
    }
}
