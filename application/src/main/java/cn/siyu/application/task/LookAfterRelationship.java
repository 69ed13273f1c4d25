package cn.siyu.application.task;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.contact.port.Reachability;
import cn.siyu.application.contact.port.Wanted;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.application.trust.port.TrustAlerts;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.task.Task;
import cn.siyu.domain.task.TaskId;
import cn.siyu.domain.trust.alert.AlertAdvice;
import cn.siyu.domain.trust.alert.RelationshipAlert;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Makes a task of an alert (预警转待办): whoever holds the account is to look after the
/// relationship. One task per alert.
public final class LookAfterRelationship {
    private static final String KIND = "CARE";
    private static final String CHAT = "PRIVATE_CHAT";

    private final TrustAlerts alerts;
    private final Relationships relationships;
    private final Reachability reachability;
    private final Tasks tasks;
    private final CheckPersona personas;
    private final ResolveSight sights;
    private final IdSource ids;
    private final BrandClock clock;
    private final UnitOfWork work;

    public LookAfterRelationship(
            TrustAlerts alerts,
            Relationships relationships,
            Reachability reachability,
            Tasks tasks,
            CheckPersona personas,
            ResolveSight sights,
            IdSource ids,
            BrandClock clock,
            UnitOfWork work) {
        this.alerts = alerts;
        this.relationships = relationships;
        this.reachability = reachability;
        this.tasks = tasks;
        this.personas = personas;
        this.sights = sights;
        this.ids = ids;
        this.clock = clock;
        this.work = work;
    }

    /// Which alert, and by when.
    ///
    /// @param text what to say; null: the person knows best
    /// @param expiresAt from when on it is of no use
    public record Command(
            Caller caller,
            PublicId alert,
            @Nullable String text,
            @Nullable Instant dueAt,
            Instant expiresAt) {}

    /// What came of it.
    public sealed interface Outcome {
        /// It is on the worklist of whoever holds the account. Asked again it is the same task.
        record Ordered(PublicId task) implements Outcome {}

        /// The alert is closed.
        record Closed() implements Outcome {}

        /// The customer must not be bothered any more.
        ///
        /// @param reason a stable code
        record Stopped(String reason) implements Outcome {}

        /// The persona of the account never says that.
        ///
        /// @param claims the forbidden claims in the text
        record Forbidden(List<String> claims) implements Outcome {
            public Forbidden {
                claims = List.copyOf(claims);
            }
        }

        /// It would be of no use any more.
        record TooLate(Instant now) implements Outcome {}

        /// There is no such alert, or the caller doesn't see it.
        record Unknown() implements Outcome {}
    }

    public Outcome handle(Command command) {
        var brand = command.caller().brand();
        return work.inTransaction(() -> alerts.byPublicId(brand, sights.of(command.caller()), command.alert())
                .map(view -> order(command, view))
                .orElseGet(Outcome.Unknown::new));
    }

    private Outcome order(Command command, TrustAlerts.View view) {
        var brand = command.caller().brand();
        Instant now = clock.now(brand);
        var alert = view.alert();
        if (alert.task() != null) {
            return new Outcome.Ordered(alert.task());
        }
        if (!alert.open()) {
            return new Outcome.Closed();
        }
        if (!command.expiresAt().isAfter(now)) {
            return new Outcome.TooLate(now);
        }
        var wanted = new Wanted(alert.customer(), null);
        var reach = reachability.of(brand, List.of(wanted)).get(wanted);
        if (reach != null && (reach.blacklisted() || reach.optedOutOf(CHAT))) {
            return new Outcome.Stopped(reach.blacklisted() ? "BLACKLISTED" : "OPTED_OUT");
        }
        ChannelAccountId account = relationships
                .find(brand, alert.relationship())
                .map(Relationship::account)
                .orElseThrow();
        String text = command.text();
        List<String> claims = text == null ? List.of() : personas.voices(brand).forbidden(account, text);
        if (!claims.isEmpty()) {
            return new Outcome.Forbidden(claims);
        }
        var task = task(command, view, account, now);
        tasks.add(brand, List.of(task));
        alerts.replace(brand, List.of(alert.withTask(task.publicId())));
        return new Outcome.Ordered(task.publicId());
    }

    private Task task(Command command, TrustAlerts.View view, ChannelAccountId account, Instant now) {
        long id = ids.next();
        var alert = view.alert();
        return new Task(
                new TaskId(id),
                ids.publicId(id, now),
                KIND,
                alert.customer(),
                alert.relationship(),
                null,
                view.holder(),
                title(alert.advice()),
                command.text(),
                command.dueAt() == null ? now : command.dueAt(),
                command.expiresAt(),
                new Task.Work(account, 0, why(alert), null),
                new Task.State.Open(),
                null,
                1,
                now,
                now);
    }

    private static String title(AlertAdvice advice) {
        return switch (advice) {
            case MAKE_GOOD -> "客户有不满：先倾听并解决";
            case WRITE_LESS -> "客户被打扰：暂停群发，少而精";
            case ASK_WHY -> "客户在疏远：私聊了解原因";
            case TALK -> "互动变少：找客户聊聊";
            case INVITE_BACK -> "消费变少：邀请客户回来";
        };
    }

    private static String why(RelationshipAlert alert) {
        var worst =
                alert.causes().isEmpty() ? "" : alert.causes().getFirst().kind().code();
        return String.format(Locale.ROOT, "信任 %.1f → %.1f %s", alert.before(), alert.after(), worst);
    }
}
