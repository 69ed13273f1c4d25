package cn.siyu.adapter.persistence.trust;

import cn.siyu.domain.trust.calibration.CalibrationReport;
import cn.siyu.domain.trust.calibration.CalibrationReport.Losses;
import cn.siyu.domain.trust.calibration.CalibrationReport.Part;
import java.time.Instant;
import java.util.List;

/// A report as it is written in its row: moments as text.
record StoredReport(
        String asOf,
        String policyEdition,
        long relationships,
        long sampled,
        List<String> cuts,
        int trainRows,
        int testRows,
        List<Part> parts,
        List<Losses> losses,
        double stability) {
    static StoredReport of(CalibrationReport report) {
        return new StoredReport(
                report.asOf().toString(),
                report.policyEdition(),
                report.relationships(),
                report.sampled(),
                report.cuts().stream().map(Instant::toString).toList(),
                report.trainRows(),
                report.testRows(),
                report.parts(),
                report.losses(),
                report.stability());
    }

    CalibrationReport report() {
        return new CalibrationReport(
                Instant.parse(asOf),
                policyEdition,
                relationships,
                sampled,
                cuts.stream().map(Instant::parse).toList(),
                trainRows,
                testRows,
                parts,
                losses,
                stability);
    }
}
