package cn.siyu.domain.trust.policy;

import java.util.List;

/// What came of reading a policy from data.
public sealed interface PolicyReading {

    /// The data made a policy.
    record Accepted(TrustPolicy policy) implements PolicyReading {}

    /// The data made no policy.
    ///
    /// @param problems everything that is wrong, never empty
    record Rejected(List<PolicyProblem> problems) implements PolicyReading {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
