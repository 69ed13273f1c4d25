package cn.siyu.domain.trust.alert;

import cn.siyu.domain.trust.TrustAlert;
import java.util.Comparator;
import java.util.List;

/// A relationship that must be looked after, with the evidence that says so.
///
/// @param alert what happened, or is about to
/// @param causes what each kind of evidence changed in the window, what cost most first
public record TrustFinding(TrustAlert alert, List<AlertCause> causes) {
    public TrustFinding {
        causes = causes.stream()
                .sorted(Comparator.comparingDouble(AlertCause::change)
                        .thenComparing(cause -> cause.kind().code()))
                .toList();
    }

    /// Which sort of alert it is.
    public AlertKind kind() {
        return switch (alert) {
            case TrustAlert.Fell _ -> AlertKind.FELL;
            case TrustAlert.AboutToFall _ -> AlertKind.ABOUT_TO_FALL;
        };
    }

    /// T at the window's start.
    public double before() {
        return switch (alert) {
            case TrustAlert.Fell(double before, double _) -> before;
            case TrustAlert.AboutToFall(double now, double _) -> now;
        };
    }

    /// T at the window's end.
    public double after() {
        return switch (alert) {
            case TrustAlert.Fell(double _, double now) -> now;
            case TrustAlert.AboutToFall(double _, double forecast) -> forecast;
        };
    }

    /// What to do about it.
    public AlertAdvice advice() {
        return AlertAdvice.of(causes);
    }
}
