package cn.siyu.application.trust;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.trust.port.TrustAlerts;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.trust.alert.RelationshipAlert;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Somebody takes care of an alert (确认预警), or closes it with the reason (关闭预警).
public final class AnswerTrustAlert {
    private final TrustAlerts alerts;
    private final ResolveSight sights;
    private final BrandClock clock;
    private final UnitOfWork work;

    public AnswerTrustAlert(TrustAlerts alerts, ResolveSight sights, BrandClock clock, UnitOfWork work) {
        this.alerts = alerts;
        this.sights = sights;
        this.clock = clock;
        this.work = work;
    }

    /// What somebody says to an alert.
    ///
    /// @param closing why it is closed, one of those that people give; null: somebody takes care of
    ///     it
    public record Command(
            Caller caller,
            PublicId alert,
            RelationshipAlert.@Nullable Reason closing,
            @Nullable String note) {}

    /// What came of it.
    public sealed interface Outcome {
        /// It is written down. Saying again what holds already changes nothing.
        record Answered(TrustAlerts.View view) implements Outcome {}

        /// It was closed before.
        record Closed(RelationshipAlert alert) implements Outcome {}

        /// There is no such alert, or the caller doesn't see it.
        record Unknown() implements Outcome {}
    }

    public Outcome handle(Command command) {
        return work.inTransaction(
                () -> alerts.byPublicId(command.caller().brand(), sights.of(command.caller()), command.alert())
                        .map(view -> answer(command, view))
                        .orElseGet(Outcome.Unknown::new));
    }

    private Outcome answer(Command command, TrustAlerts.View view) {
        var alert = view.alert();
        var reason = command.closing();
        var word = new RelationshipAlert.Word(
                command.caller().key(), clock.now(command.caller().brand()), command.note());
        if (!alert.open()) {
            return reason != null && reason == alert.reason() ? new Outcome.Answered(view) : new Outcome.Closed(alert);
        }
        if (reason == null && alert.state() == RelationshipAlert.State.ACKNOWLEDGED) {
            return new Outcome.Answered(view);
        }
        return changed(command, view, one -> reason == null ? one.acknowledged(word) : one.closed(reason, word));
    }

    private Outcome changed(Command command, TrustAlerts.View view, UnaryOperator<RelationshipAlert> change) {
        var brand = command.caller().brand();
        alerts.replace(brand, List.of(change.apply(view.alert())));
        return new Outcome.Answered(alerts.byPublicId(brand, sights.of(command.caller()), command.alert())
                .orElseThrow());
    }
}
