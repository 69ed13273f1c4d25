package cn.siyu.domain.graduation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What of a customer decides whether to stay, graduate or win back (客户适配事实), at one moment.
///
/// @param valueMinor net amount bought in the policy's window, in minor units
/// @param social social trust of the most trusted live relationship, 0 to 100; null without one
/// @param confidence how well the customer is known, 0 to 1
/// @param replies in the policy's window
/// @param complaints that still count
/// @param unwilling opted out of being written to, or took the consent back
/// @param there has a live relationship on the channel that one graduates to
/// @param lostAt when the last relationship ended; null if one lives, or none ever did
/// @param deletions how often the customer deleted an account of the brand
public record FitFacts(
        long valueMinor,
        @Nullable Double social,
        double confidence,
        int replies,
        int complaints,
        boolean unwilling,
        boolean blacklisted,
        boolean there,
        @Nullable Instant lostAt,
        int deletions) {
    /// Social trust as a share, 0 to 1; 0 if there is none.
    public double closeness() {
        return social == null ? 0 : social / 100;
    }

    /// By what customers are ranked: worth × closeness.
    public double rank() {
        return (double) valueMinor * closeness();
    }
}
