package cn.siyu.domain.sop.template;

import cn.siyu.domain.sop.SopVersionId;
import cn.siyu.domain.sop.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What head office lets stores change in a version (总部允许的修改范围). A version without bounds
/// is the same everywhere.
///
/// @param mayOptOut whether a store may leave the version out
/// @param steps what may be changed in each step, by its number; a step that isn't there is fixed
/// @param version counts changes of this row
public record TemplateBounds(SopVersionId sopVersion, boolean mayOptOut, Map<Integer, StepBounds> steps, int version) {
    public TemplateBounds {
        steps = Map.copyOf(steps);
    }

    /// What may be changed in one step.
    ///
    /// @param material whether a send may take another material
    /// @param text whether a task may have another title and script
    /// @param shift by how much a wait may be longer, shorter, earlier or later; nothing: it is
    ///     fixed
    public record StepBounds(boolean material, boolean text, Duration shift) {
        public StepBounds {
            if (shift.isNegative()) {
                throw new IllegalArgumentException("a shift is nothing or more");
            }
        }
    }

    /// Whether a step may be this one instead of head office's.
    ///
    /// @param all the version's steps
    /// @param number which one
    public boolean allow(List<Step> all, int number, Step instead) {
        return number >= 0
                && number < all.size()
                && (all.get(number).equals(instead)
                        || Optional.ofNullable(steps.get(number))
                                .filter(bounds -> allow(bounds, all, number, instead))
                                .isPresent());
    }

    private static boolean allow(StepBounds bounds, List<Step> all, int number, Step instead) {
        return switch (all.get(number)) {
            case Step.Send base ->
                bounds.material()
                        && instead instanceof Step.Send send
                        && base.equals(new Step.Send(
                                base.material(),
                                send.touchpoint(),
                                send.contactClass(),
                                send.deadline(),
                                send.winBack()));
            case Step.Task base ->
                bounds.text()
                        && instead instanceof Step.Task task
                        && base.equals(new Step.Task(
                                task.kind(), base.title(), base.script(), task.dueIn(), task.expiresIn()));
            case Step.WaitFor(var length) ->
                !first(all, number)
                        && instead instanceof Step.WaitFor(var other)
                        && within(bounds, other.minus(length));
            case Step.WaitUntil(int day, var time) ->
                !first(all, number)
                        && instead instanceof Step.WaitUntil(int otherDay, var other)
                        && day == otherDay
                        && within(bounds, Duration.between(time, other));
            case Step.Tag _ -> false;
        };
    }

    /// Waits before the first deed are over before anybody knows at which store a customer is.
    private static boolean first(List<Step> all, int number) {
        return all.subList(0, number).stream().allMatch(Step.Wait.class::isInstance);
    }

    private static boolean within(StepBounds bounds, Duration off) {
        return off.abs().compareTo(bounds.shift()) <= 0;
    }
}
