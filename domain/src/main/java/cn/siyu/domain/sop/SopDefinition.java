package cn.siyu.domain.sop;

import cn.siyu.domain.audience.Assignment.Holdout;
import cn.siyu.domain.audience.Expression;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a version of an SOP says: whom it takes in, what it does with them and when, and what ends
/// it.
///
/// @param audience who may be taken in; asked again before each send. Null: everybody
/// @param holdout the share that is held out from everything but SERVICE messages, to measure the
///     effect
/// @param goal what it is meant to reach; null if nothing is measured
/// @param exits what ends it at once, also while the customer waits
public record SopDefinition(
        Trigger trigger,
        @Nullable Expression audience,
        Holdout holdout,
        List<Step> steps,
        @Nullable Goal goal,
        Set<Exit> exits) {
    public SopDefinition {
        steps = List.copyOf(steps);
        exits = Set.copyOf(exits);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("an SOP has steps");
        }
        if (trigger instanceof Trigger.AudienceMet && audience == null) {
            throw new IllegalArgumentException("an SOP triggered by its audience has one");
        }
    }

    /// What an SOP is meant to reach.
    ///
    /// @param within how long after enrolment it counts
    /// @param exit whether reaching it ends the enrolment
    public record Goal(Kind kind, Duration within, boolean exit) {
        /// What is reached.
        public enum Kind {
            /// The customer pays an order (购买).
            PURCHASE
        }
    }

    /// What ends an enrolment from outside.
    public enum Exit {
        /// No live relationship is left (流失).
        LOSS,
        /// The customer opted out (退订).
        OPT_OUT
    }

    /// The step with a number; empty behind the last one.
    public Optional<Step> step(int number) {
        return number < steps.size() ? Optional.of(steps.get(number)) : Optional.empty();
    }
}
