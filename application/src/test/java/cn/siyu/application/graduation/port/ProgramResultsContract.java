package cn.siyu.application.graduation.port;

import static cn.siyu.application.graduation.port.GraduationFixtures.BRAND;
import static cn.siyu.application.graduation.port.GraduationFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.graduation.Difference;
import cn.siyu.domain.graduation.Difference.Finding;
import cn.siyu.domain.graduation.Difference.Reading;
import cn.siyu.domain.graduation.ProgramId;
import cn.siyu.domain.graduation.ProgramResult;
import org.junit.jupiter.api.Test;

/// What every [ProgramResults] does.
public interface ProgramResultsContract {
    ProgramId PROGRAM = new ProgramId(2);

    /// Without results.
    ProgramResults results();

    private static ProgramResult result() {
        return new ProgramResult(
                Reading.FINAL,
                NOW,
                new ProgramResult.Tally(400, 380, 350, 120, 200, 15, 100),
                398,
                99,
                3,
                new Difference(48.2, 1 / 3.0, 4.1, -1e-17, 7.000000000000001, Finding.UNDECIDED),
                new Difference(.5, .4, .1, .01, .2, Finding.HIGHER),
                new Difference(0, 0, null, null, null, Finding.RATIO_OFF),
                "graduation-2025");
    }

    @Test
    default void keepsAResultToTheLastBitForGood() {
        var results = results();
        assertThat(results.of(BRAND, PROGRAM)).isEmpty();
        results.keep(BRAND, PROGRAM, result());

        assertThat(results.of(BRAND, PROGRAM)).contains(result());
        assertThat(results.of(new BrandId(2), PROGRAM)).isEmpty();
        assertThat(results.of(BRAND, new ProgramId(3))).isEmpty();
        assertThatThrownBy(() -> results.keep(BRAND, PROGRAM, result())).isInstanceOf(RuntimeException.class);
    }
}
