package cn.siyu.application.graduation;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.WholeBrand;
import cn.siyu.application.graduation.port.ProgramResults;
import cn.siyu.application.graduation.port.Programs;
import cn.siyu.domain.graduation.Difference.Reading;
import cn.siyu.domain.graduation.Program;
import cn.siyu.domain.graduation.ProgramResult;
import cn.siyu.domain.id.PublicId;
import java.util.Optional;

/// Tells what came of a program (迁移报告), and whether leading customers on did any good: of one
/// that runs, as it is now; of one that has ended, as it was when it ended.
public final class ReportProgram {
    private final Programs programs;
    private final ProgramResults results;
    private final MeasureProgram measure;
    private final BrandClock clock;

    public ReportProgram(Programs programs, ProgramResults results, MeasureProgram measure, BrandClock clock) {
        this.programs = programs;
        this.results = results;
        this.measure = measure;
        this.clock = clock;
    }

    /// What came of one.
    public record Report(Program program, ProgramResult result) {}

    /// Empty if there is no such program.
    ///
    /// @throws WholeBrand.PartOnly if the caller sees only a part of the brand
    public Optional<Report> answer(Caller caller, PublicId program) {
        WholeBrand.require(caller);
        var brand = caller.brand();
        return programs.byPublicId(brand, program)
                .map(found -> new Report(
                        found,
                        results.of(brand, found.id())
                                .orElseGet(() -> measure.measure(brand, found, Reading.EARLY, clock.now(brand)))));
    }
}
