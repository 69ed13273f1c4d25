package cn.siyu.domain.trust.policy;

/// When trust is too low for marketing, and when a relationship is about to be lost.
///
/// @param governorLimit trust T under which the governor leaves a known customer alone, 0 to 100
/// @param fall points of T that make an alert when lost within the window, above 0 and at most 100
/// @param windowDays how far back and how far ahead is looked, 1 to 365 days
public record AlertRule(double governorLimit, double fall, int windowDays) {

    public AlertRule {
        if (!(governorLimit >= 0 && governorLimit <= 100)) {
            throw new IllegalArgumentException("the governor's limit is between 0 and 100, not " + governorLimit);
        }
        if (!(fall > 0 && fall <= 100)) {
            throw new IllegalArgumentException("a fall is above 0 and at most 100 points, not " + fall);
        }
        if (windowDays < 1 || windowDays > 365) {
            throw new IllegalArgumentException("an alert looks 1 to 365 days back and ahead, not " + windowDays);
        }
    }
}
