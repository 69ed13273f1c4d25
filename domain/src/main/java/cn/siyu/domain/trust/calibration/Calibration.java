package cn.siyu.domain.trust.calibration;

import cn.siyu.domain.trust.TrustModel;
import cn.siyu.domain.trust.calibration.CalibrationReport.Component;
import cn.siyu.domain.trust.calibration.CalibrationReport.Losses;
import cn.siyu.domain.trust.calibration.CalibrationReport.Objection;
import cn.siyu.domain.trust.calibration.CalibrationReport.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Learns what points are worth from what came of relationships (信任校准), and judges whether that
/// may be adopted. The same observations give the same report, in whatever order they come.
public final class Calibration {
    /// How many cuts are for checking only.
    public static final int TEST_CUTS = 2;

    private static final double MOST_MOVED = 0.2;
    private static final int DRAWS = 1_000;

    private final TrustModel model;
    private final double brandShare;
    private final int draws;

    /// @param brandShare α of the brand
    public Calibration(TrustModel model, double brandShare) {
        this(model, brandShare, DRAWS);
    }

    Calibration(TrustModel model, double brandShare, int draws) {
        this.model = model;
        this.brandShare = brandShare;
        this.draws = draws;
    }

    /// What is known of the sample.
    ///
    /// @param relationships how many relationships there are in all
    /// @param sampled how many of them the observations are of
    public record Sampled(Instant asOf, long relationships, long sampled, List<Instant> cuts) {
        public Sampled {
            cuts = List.copyOf(cuts);
        }
    }

    /// The report.
    ///
    /// @param observations of all cuts, in any order; trust must be known on each one's channel
    public CalibrationReport run(Sampled sampled, List<Observation> observations) {
        int firstTest = sampled.cuts().size() - TEST_CUTS;
        var train = observations.stream().filter(one -> one.cut() < firstTest).toList();
        var test = observations.stream().filter(one -> one.cut() >= firstTest).toList();
        var inForce = Points.of(model, brandShare);
        boolean enough = firstTest > 0;
        var fits = new ArrayList<PartFit>();
        for (Component component : Component.values()) {
            fits.add(new PartFit(component, inForce, draws).learn(train, test, enough));
        }
        return report(sampled, train, test, inForce, fits);
    }

    private CalibrationReport report(
            Sampled sampled, List<Observation> train, List<Observation> test, Points inForce, List<PartFit> fits) {
        double[] before = trust(test, inForce);
        var all = inForce;
        for (PartFit fit : fits) {
            if (fit.sound() && moved(before, test, fit.over(inForce)) > MOST_MOVED) {
                fit.object(Objection.MOVES_TOO_MUCH);
            }
            all = fit.sound() ? fit.over(all) : all;
        }
        double stability = moved(before, test, all);
        if (stability > MOST_MOVED) {
            fits.stream().filter(PartFit::sound).forEach(fit -> fit.object(Objection.MOVES_TOO_MUCH));
        }
        List<Part> parts = fits.stream().map(PartFit::part).toList();
        var everything = new ArrayList<>(train);
        everything.addAll(test);
        return new CalibrationReport(
                sampled.asOf(),
                model.policy().edition(),
                sampled.relationships(),
                sampled.sampled(),
                sampled.cuts(),
                train.size(),
                test.size(),
                parts,
                losses(everything, inForce),
                stability);
    }

    private static double moved(double[] before, List<Observation> test, Points points) {
        return Stability.index(before, trust(test, points));
    }

    private static double[] trust(List<Observation> some, Points points) {
        return some.stream().mapToDouble(points::trust).toArray();
    }

    private static List<Losses> losses(List<Observation> all, Points inForce) {
        return all.stream()
                .map(Observation::channel)
                .distinct()
                .sorted()
                .map(channel -> {
                    var theirs = all.stream()
                            .filter(one -> one.lossKnown() && one.channel().equals(channel))
                            .toList();
                    return new Losses(
                            channel,
                            OutcomeTable.of(trust(theirs, inForce), Labels.lost(theirs), true)
                                    .bins());
                })
                .toList();
    }
}
