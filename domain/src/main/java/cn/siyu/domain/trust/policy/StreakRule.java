package cn.siyu.domain.trust.policy;

import java.time.Duration;

/// How unanswered sends become evidence.
///
/// @param window how long after a send an answer to it counts, 1 hour to 30 days
/// @param heaviest the multiplicity that no single ignored send passes, 1 to 100
public record StreakRule(Duration window, int heaviest) {

    public StreakRule {
        if (window.compareTo(Duration.ofHours(1)) < 0 || window.compareTo(Duration.ofDays(30)) > 0) {
            throw new IllegalArgumentException("an answer's window is between 1 hour and 30 days, not " + window);
        }
        if (heaviest < 1 || heaviest > 100) {
            throw new IllegalArgumentException("the heaviest ignored send is between 1 and 100, not " + heaviest);
        }
    }
}
