package cn.siyu.application.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.trust.port.Calibrations;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.trust.calibration.CalibrationReport;
import cn.siyu.domain.trust.calibration.CalibrationReport.Component;
import cn.siyu.domain.trust.calibration.CalibrationReport.Fit;
import cn.siyu.domain.trust.calibration.CalibrationReport.Learnt;
import cn.siyu.domain.trust.calibration.CalibrationReport.Losses;
import cn.siyu.domain.trust.calibration.CalibrationReport.Objection;
import cn.siyu.domain.trust.calibration.CalibrationReport.Part;
import cn.siyu.domain.trust.calibration.OutcomeTable;
import cn.siyu.domain.trust.compare.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What stores of calibrations keep.
public interface CalibrationsContract {
    BrandId BRAND = new BrandId(1);
    Instant AT = Instant.parse("2026-03-01T08:00:00Z");
    PublicId KEY = PublicId.of(AT, 99, 99);

    /// An empty store.
    Calibrations calibrations();

    /// One that waits.
    static CalibrationRun waiting(long id) {
        return new CalibrationRun(
                id, PublicId.of(AT, id, id), CalibrationRun.State.WAITING, KEY, AT, null, null, null, 1);
    }

    /// A report with everything in it.
    static CalibrationReport report(List<Objection> objections) {
        var interval = new Interval(.1, .25);
        var fit = new Fit(.7, interval, .2, interval);
        var part = new Part(
                Component.SOCIAL,
                120,
                40,
                10,
                List.of(new Learnt("REPLIED", 4, 2.6, 2.5, 80, false)),
                fit,
                fit,
                fit,
                new Interval(-.02, -.01),
                new Interval(-.1, .1),
                objections);
        var brand = new Part(
                Component.BRAND, 0, 0, 0, List.of(), null, null, null, null, null, List.of(Objection.TOO_FEW_OUTCOMES));
        var bin = new OutcomeTable.Bin(10, 40, 100, 12, .12, interval);
        return new CalibrationReport(
                AT,
                "test",
                900,
                900,
                List.of(AT),
                500,
                400,
                List.of(part, brand),
                List.of(new Losses("WECOM", List.of(bin))),
                .01);
    }

    @Test
    default void keepAReportAsItIs() {
        var all = calibrations();
        all.add(BRAND, waiting(3));
        var done = waiting(3).done(report(List.of()), AT);
        all.replace(BRAND, done);
        var adopted = done.adopted(new CalibrationRun.Adoption(KEY, AT, 1, LocalDate.of(2026, 3, 2)));
        assertThat(all.byPublicId(BRAND, done.publicId())).contains(done);
        all.replace(BRAND, adopted);

        assertThat(all.byPublicId(BRAND, done.publicId())).contains(adopted);
        assertThat(all.byPublicId(new BrandId(2), done.publicId())).isEmpty();
    }

    @Test
    default void findWhatWaitsOldestFirst() {
        var all = calibrations();
        all.add(BRAND, waiting(3));
        all.add(BRAND, waiting(4));

        assertThat(all.waiting(BRAND)).contains(waiting(3));
        all.replace(BRAND, waiting(3).done(report(List.of()), AT));
        assertThat(all.waiting(BRAND)).contains(waiting(4));
        assertThat(all.waiting(new BrandId(2))).isEmpty();
        assertThat(all.page(BRAND, Long.MAX_VALUE, 5))
                .extracting(CalibrationRun::id)
                .containsExactly(4L, 3L);
        assertThat(all.page(BRAND, 4, 5)).extracting(CalibrationRun::id).containsExactly(3L);
    }

    @Test
    default void refuseAChangeOfWhatSomebodyElseHasChanged() {
        var all = calibrations();
        all.add(BRAND, waiting(3));
        var done = waiting(3).done(report(List.of()), AT);
        all.replace(BRAND, done);

        assertThatThrownBy(() -> all.replace(BRAND, done)).isInstanceOf(StaleAggregate.class);
    }
}
