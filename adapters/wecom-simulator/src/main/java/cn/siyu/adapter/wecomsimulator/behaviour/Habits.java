package cn.siyu.adapter.wecomsimulator.behaviour;

import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.CorpClock;
import cn.siyu.adapter.wecomsimulator.world.EventRow;
import cn.siyu.adapter.wecomsimulator.world.MessageRow;
import cn.siyu.adapter.wecomsimulator.world.MomentRow;
import cn.siyu.adapter.wecomsimulator.world.Reactions;
import cn.siyu.adapter.wecomsimulator.world.RelationRow;
import cn.siyu.adapter.wecomsimulator.world.TaskSent;
import cn.siyu.adapter.wecomsimulator.world.WelcomeSent;
import java.time.Duration;
import java.util.Arrays;

/// How people answer to what happens to them: puts what they will do into the agenda. A customer's
/// warmth (0.2 to 2) scales what it likes to do and divides what drives it away; who gets more than
/// four mass messages in a month leaves the sooner with each further one.
final class Habits implements Reactions {
    private static final double WEEK = Duration.ofDays(7).toSeconds();
    private static final double HOUR = Duration.ofHours(1).toSeconds();
    private static final long ANSWER_WITHIN = Duration.ofHours(71).toSeconds();
    private static final long HORIZON = Duration.ofDays(400).toSeconds();
    private static final int PATIENCE = 4;
    private final Plans plans;

    Habits(Plans plans) {
        this.plans = plans;
    }

    static double warmth(Dice dice, int customer) {
        var u = dice.unit(customer, "warmth", 0);
        return 0.2 + 1.8 * u * u;
    }

    @Override
    public void added(Corp corp, RelationRow relation) {
        begin(corp, relation);
        var habits = plans.of(corp).customers();
        var dice = dice(corp);
        if (dice.happens(habits.memberNotes(), relation.customer(), "note", 0)) {
            later(corp, relation, Happening.NOTE, 4 * HOUR, 0, "");
        }
    }

    /// Starts what a customer does without a cause.
    void begin(Corp corp, RelationRow relation) {
        again(corp, relation, Happening.REPLY, 0);
        again(corp, relation, Happening.VISIT, 0);
        again(corp, relation, Happening.BUY, 0);
        var deletes = plans.of(corp).customers().deletesPerWeek();
        if (deletes > 0) {
            var mean = WEEK * warmth(dice(corp), relation.customer()) / deletes;
            later(corp, relation, Happening.LEAVE, mean, 0, "");
        }
    }

    /// Puts the n-th act without a cause into the agenda, if this is something that customers do
    /// without one.
    void again(Corp corp, RelationRow relation, Happening kind, int n) {
        var perWeek = kind.perWeek(plans.of(corp).customers());
        if (perWeek > 0) {
            var mean = WEEK / (perWeek * warmth(dice(corp), relation.customer()));
            later(corp, relation, kind, mean, n, "");
        }
    }

    @Override
    public void welcomed(Corp corp, WelcomeSent welcome) {
        var relation = corp.contacts().relation(welcome.customer(), welcome.userid());
        var rate = plans.of(corp).customers().welcomeReply() * warmth(dice(corp), welcome.customer());
        var n = (int) welcome.at();
        if (relation.isPresent() && dice(corp).happens(rate, welcome.customer(), "welcome", n)) {
            later(corp, relation.get(), Happening.WELCOME_REPLY, HOUR / 3, n, "");
        }
    }

    /// The customer has written; the member may answer.
    void written(Corp corp, RelationRow relation, Happening cause, int n) {
        var staff = plans.of(corp).staff();
        if (dice(corp).happens(staff.answer(), relation.customer(), cause + "-answer", n)) {
            var mean = staff.meanAnswerMinutes() * HOUR / 60;
            var delay = dice(corp).exponential(mean, relation.customer(), cause + "-answer-delay", n);
            schedule(corp, relation, Happening.ANSWER, (long) delay, n, cause.name());
        }
    }

    @Override
    public void asked(Corp corp, MessageRow message) {
        var staff = plans.of(corp).staff();
        for (var task : message.tasks()) {
            if (staff.confirm() > 0
                    && dice(corp).happens(staff.confirm(), subject(task), "confirm", message.createdAt())) {
                confirm(corp, message, task, 0);
            }
        }
    }

    @Override
    public void reminded(Corp corp, MessageRow message, int times) {
        var staff = plans.of(corp).staff();
        for (var task : message.tasks()) {
            var willConfirm = dice(corp).happens(staff.confirm(), subject(task), "confirm", message.createdAt());
            var sent = corp.messages().sent(message.msgid(), task.userid()).isPresent();
            var n = message.createdAt() + times;
            if (!willConfirm && !sent && dice(corp).happens(staff.confirmWhenReminded(), subject(task), "remind", n)) {
                confirm(corp, message, task, times);
            }
        }
    }

    private void confirm(Corp corp, MessageRow message, MessageRow.Task task, int times) {
        var mean = plans.of(corp).staff().meanDelayMinutes() * HOUR / 60;
        var delay = dice(corp).exponential(mean, subject(task), "confirm-delay", message.createdAt() + times);
        var spread = dice(corp).unit(subject(task), "confirm-morning", message.createdAt());
        var now = corp.clock().now();
        var at = mean == 0 ? now : Hours.awake(now + (long) delay, spread);
        corp.put(EventRow.of(
                corp.clock().rounded(at), Happening.CONFIRM.name(), -1, task.userid(), times, message.msgid()));
    }

    /// A number for a member's part that does not depend on the order in which messages were made.
    private static long subject(MessageRow.Task task) {
        return task.userid().hashCode() * 31L
                + Arrays.hashCode(task.customers())
                + (task.chats().isEmpty() ? 0 : task.chats().hashCode());
    }

    @Override
    public void sent(Corp corp, MessageRow message, TaskSent sent) {
        var task = message.tasks().stream()
                .filter(each -> each.userid().equals(sent.userid()))
                .findFirst()
                .orElseThrow();
        var month = CorpClock.month(sent.at());
        for (var i = 0; i < task.customers().length; i++) {
            if (sent.statuses().charAt(i) == '1') {
                var customer = task.customers()[i];
                var count = corp.contacts().received(customer, month);
                corp.contacts()
                        .relation(customer, sent.userid())
                        .ifPresent(relation -> received(corp, relation, month * 100 + count, count, sent.msgid()));
            }
        }
    }

    @Override
    public void momentAsked(Corp corp, MomentRow moment) {
        var staff = plans.of(corp).staff();
        for (var task : moment.tasks()) {
            var subject = (long) task.userid().hashCode();
            if (staff.confirm() > 0 && dice(corp).happens(staff.confirm(), subject, "publish", moment.createdAt())) {
                var mean = staff.meanDelayMinutes() * HOUR / 60;
                var delay = dice(corp).exponential(mean, subject, "publish-delay", moment.createdAt());
                var spread = dice(corp).unit(subject, "publish-morning", moment.createdAt());
                var at = mean == 0 ? moment.dispatchedAt() : Hours.awake(moment.dispatchedAt() + (long) delay, spread);
                corp.put(EventRow.of(
                        corp.clock().rounded(at),
                        Happening.MOMENT_PUBLISH.name(),
                        -1,
                        task.userid(),
                        0,
                        moment.momentId()));
            }
        }
    }

    @Override
    public void momentPublished(Corp corp, MomentRow moment, MomentRow.Published published) {
        var habits = plans.of(corp).customers();
        var n = (int) moment.createdAt();
        for (var customer : published.visible()) {
            var warmth = warmth(dice(corp), customer);
            corp.contacts().relation(customer, published.userid()).ifPresent(relation -> {
                maybe(
                        corp,
                        relation,
                        Happening.MOMENT_LIKE,
                        habits.momentLike() * warmth,
                        5 * HOUR,
                        n,
                        moment.momentId());
                maybe(
                        corp,
                        relation,
                        Happening.MOMENT_COMMENT,
                        habits.momentComment() * warmth,
                        8 * HOUR,
                        n,
                        moment.momentId());
            });
        }
    }

    /// The n-th mass message that a customer receives, the `count`-th of this month.
    private void received(Corp corp, RelationRow relation, int n, int count, String msgid) {
        var habits = plans.of(corp).customers();
        var warmth = warmth(dice(corp), relation.customer());
        var tired = 1 + 0.5 * Math.max(0, count - PATIENCE);
        maybe(corp, relation, Happening.MESSAGE_REPLY, habits.messageReply() * warmth, 3 * HOUR, n, msgid);
        maybe(corp, relation, Happening.MESSAGE_CLICK, habits.messageClick() * warmth, 4 * HOUR, n, msgid);
        maybe(corp, relation, Happening.MESSAGE_COUPON, habits.messageCoupon() * warmth, 6 * HOUR, n, msgid);
        maybe(corp, relation, Happening.MESSAGE_BUY, habits.messageBuy() * warmth, 20 * HOUR, n, msgid);
        maybe(corp, relation, Happening.MESSAGE_DELETE, habits.messageDelete() * tired / warmth, 2 * HOUR, n, msgid);
    }

    private void maybe(
            Corp corp, RelationRow relation, Happening kind, double rate, double mean, int n, String reference) {
        if (dice(corp).happens(rate, relation.customer(), kind.name(), n)) {
            var delay = dice(corp).exponential(mean, relation.customer(), kind.name() + "-delay", n);
            schedule(corp, relation, kind, Math.min((long) delay, ANSWER_WITHIN), n, reference);
        }
    }

    private void later(Corp corp, RelationRow relation, Happening kind, double mean, int n, String reference) {
        var delay = dice(corp).exponential(mean, relation.customer(), kind.name() + "-delay", n);
        if (delay < HORIZON) {
            schedule(corp, relation, kind, (long) delay, n, reference);
        }
    }

    void schedule(Corp corp, RelationRow relation, Happening kind, long delay, int n, String reference) {
        var spread = dice(corp).unit(relation.customer(), kind.name() + "-morning", n);
        var at = Hours.awake(corp.clock().now() + 1 + delay, spread);
        corp.put(kind.at(corp.clock().rounded(at), relation, n, reference));
    }

    private Dice dice(Corp corp) {
        return new Dice(plans.of(corp).seed());
    }
}
