package cn.siyu.domain.trust.calibration;

import cn.siyu.domain.trust.compare.Interval;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a calibration has learnt, and whether it may be adopted (校准报告).
///
/// @param asOf up to when outcomes were known
/// @param policyEdition the edition whose points were checked
/// @param relationships how many relationships there are
/// @param sampled how many of them were looked at
/// @param cuts the moments at which was looked, the earliest first; the last two were for checking
///     only
/// @param trainRows relationships at the cuts that points were fitted to
/// @param testRows relationships at the cuts they were checked on
/// @param parts social points by losses, brand points by purchases
/// @param losses the chance of loss by trust, per channel, with the points in force
/// @param stability how far T would move if all that may be adopted were: the population stability
///     index
public record CalibrationReport(
        Instant asOf,
        String policyEdition,
        long relationships,
        long sampled,
        List<Instant> cuts,
        int trainRows,
        int testRows,
        List<Part> parts,
        List<Losses> losses,
        double stability) {
    public CalibrationReport {
        cuts = List.copyOf(cuts);
        parts = List.copyOf(parts);
        losses = List.copyOf(losses);
    }

    /// Which points.
    public enum Component {
        /// Points of social trust, by who ended the relationship within 30 days.
        SOCIAL,
        /// Points of brand trust, by who bought within 60 days.
        BRAND
    }

    /// Why points stay as they are.
    public enum Objection {
        /// There are fewer than three cuts with outcomes: two are for checking.
        TOO_SHORT_HISTORY,
        /// Fewer than 50 outcomes to learn from, or fewer than 10 to check with.
        TOO_FEW_OUTCOMES,
        /// What was learnt is what holds already.
        NOTHING_TO_CHANGE,
        /// Out of time the new points don't predict better: the interval of the change of Brier's
        /// score reaches 0.
        NOT_BETTER,
        /// A simple model of recency, frequency, money and tenure tells better who it will be.
        WORSE_THAN_BASELINE,
        /// T would move so far (stability index above .2) that its limits would mean something
        /// else.
        MOVES_TOO_MUCH
    }

    /// Points of one component.
    ///
    /// @param outcomes how many losses or purchases there were to learn from
    /// @param testOutcomes how many to check with
    /// @param ridge λ, how strongly points are held where they are; chosen by cross-validation
    /// @param learnt what each kind is worth
    /// @param inForce how well the points in force predict, out of time; null if that couldn't be
    ///     told
    /// @param proposed how well the new ones do
    /// @param baseline how well recency, frequency, money and tenure do
    /// @param brierChange by how much Brier's score changes, new less old: below 0 is better
    /// @param baselineLead how much larger the baseline's AUC is than that of the new points
    /// @param objections why they may not be adopted; empty: they may
    public record Part(
            Component component,
            long outcomes,
            long testOutcomes,
            double ridge,
            List<Learnt> learnt,
            @Nullable Fit inForce,
            @Nullable Fit proposed,
            @Nullable Fit baseline,
            @Nullable Interval brierChange,
            @Nullable Interval baselineLead,
            List<Objection> objections) {
        public Part {
            learnt = List.copyOf(learnt);
            objections = List.copyOf(objections);
        }

        /// Whether the new points may be adopted.
        public boolean sound() {
            return objections.isEmpty();
        }

        /// Whether a simple model clearly tells more than trust does.
        public boolean beaten() {
            return baselineLead != null && baselineLead.lower() > 0;
        }
    }

    /// What one kind of evidence is worth.
    ///
    /// @param inForce its points now, before the sign
    /// @param fitted what the data say, before rounding
    /// @param proposed the new points, in halves
    /// @param outcomes how many outcomes it was part of
    /// @param thin whether these are fewer than 50, so that it stays as it is
    public record Learnt(String kind, double inForce, double fitted, double proposed, long outcomes, boolean thin) {}

    /// How well something predicts, out of time.
    ///
    /// @param auc the chance that it ranks one to whom it happened higher; .5 is guessing
    /// @param brier mean squared distance of its probabilities from what came; less is better
    public record Fit(double auc, Interval aucInterval, double brier, Interval brierInterval) {}

    /// The chance of loss within 30 days by trust.
    public record Losses(String channel, List<OutcomeTable.Bin> bins) {
        public Losses {
            bins = List.copyOf(bins);
        }
    }

    /// Whether anything may be adopted.
    public boolean adoptable() {
        return parts.stream().anyMatch(Part::sound);
    }

    /// The points that may be adopted and differ from those in force: kind by kind.
    public Map<String, Double> changes(Component component) {
        var changes = new TreeMap<String, Double>();
        parts.stream()
                .filter(part -> part.component() == component && part.sound())
                .flatMap(part -> part.learnt().stream())
                .filter(one -> one.proposed() != one.inForce())
                .forEach(one -> changes.put(one.kind(), one.proposed()));
        return changes;
    }

    /// One part.
    public Optional<Part> part(Component component) {
        return parts.stream().filter(part -> part.component() == component).findFirst();
    }
}
