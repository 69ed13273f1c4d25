package cn.siyu.application.brand;

import java.util.List;

/// What came of a wish to create or change a piece of configuration.
public sealed interface ChangeOutcome<T> {
    /// It was done.
    ///
    /// @param value as it is now
    record Done<T>(T value) implements ChangeOutcome<T> {}

    /// It can't be done as asked, and nothing was.
    ///
    /// @param problems all of them, never empty
    record Refused<T>(List<InputProblem> problems) implements ChangeOutcome<T> {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /// Somebody else changed it since the client read it.
    ///
    /// @param current the version it has now
    record Stale<T>(int current) implements ChangeOutcome<T> {}

    /// There is no such thing, or the caller doesn't see it.
    record Unknown<T>() implements ChangeOutcome<T> {}

    /// It is archived and can't be changed any more.
    record Archived<T>() implements ChangeOutcome<T> {}
}
