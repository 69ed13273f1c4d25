package cn.siyu.domain.channel.policy;

import java.util.List;
import java.util.stream.Collectors;

/// What came of reading a policy: the policy, or everything that is wrong with it.
public sealed interface PolicyReading<T> {
    /// The policy is sound.
    record Accepted<T>(T value) implements PolicyReading<T> {}

    /// The policy is not taken.
    ///
    /// @param problems all mistakes, in the order of reading; never empty
    record Rejected<T>(List<PolicyProblem> problems) implements PolicyReading<T> {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }

    /// The policy, where a mistake in it is a defect of the installation: shipped data files.
    ///
    /// @throws IllegalStateException naming every problem
    default T orThrow() {
        return switch (this) {
            case Accepted<T>(T value) -> value;
            case Rejected<T>(List<PolicyProblem> problems) ->
                throw new IllegalStateException(
                        problems.stream().map(PolicyProblem::toString).collect(Collectors.joining("; ")));
        };
    }
}
