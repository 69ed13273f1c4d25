package cn.siyu.domain.sop;

import java.time.Instant;
import java.time.ZoneId;

/// Where an enrolment goes next. Waits are folded into the moment at which the step behind them is
/// due.
public final class Journey {
    private Journey() {}

    /// The next step to carry out.
    ///
    /// @param step its number; the number of steps if none is left
    public record Position(int step, Instant dueAt) {}

    /// Where somebody stands who begins.
    public static Position begin(SopDefinition definition, Instant enrolledAt, ZoneId zone) {
        return from(definition, 0, enrolledAt, enrolledAt, zone);
    }

    /// Where somebody stands for whom every step before `step` was over at a moment.
    ///
    /// @param zone the customer's, else the brand's
    public static Position from(SopDefinition definition, int step, Instant over, Instant enrolledAt, ZoneId zone) {
        Instant at = over;
        int next = step;
        while (next < definition.steps().size() && definition.steps().get(next) instanceof Step.Wait await) {
            at = await.endsAt(at, enrolledAt, zone);
            next++;
        }
        return new Position(next, at);
    }

    /// Whether the customer's zone matters for [#from] from a step on.
    public static boolean asksForZone(SopDefinition definition, int step) {
        for (int next = step; next < definition.steps().size(); next++) {
            switch (definition.steps().get(next)) {
                case Step.WaitUntil _ -> {
                    return true;
                }
                case Step.WaitFor _ -> {}
                case Step.Send _, Step.Tag _, Step.Task _ -> {
                    return false;
                }
            }
        }
        return false;
    }
}
