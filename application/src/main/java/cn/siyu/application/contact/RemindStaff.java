package cn.siyu.application.contact;

import cn.siyu.application.channel.port.Ack;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.MassMessages;
import cn.siyu.application.contact.port.SendBatches;
import cn.siyu.application.contact.port.SendBatches.Running;
import cn.siyu.domain.brand.BrandId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reminds staff of prepared messages that they have not confirmed (提醒成员群发), when the contact
/// policy says so and as often as the platform allows.
public final class RemindStaff {
    private static final int AT_ONCE = 200;
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final SendBatches batches;
    private final Rules rules;
    private final CallBatch calls;

    public RemindStaff(SendBatches batches, Rules rules, CallBatch calls) {
        this.batches = batches;
        this.rules = rules;
        this.calls = calls;
    }

    /// Reminds of some batches that are due, oldest first.
    ///
    /// @return how many were looked at
    public int runDue(BrandId brand, Instant now, int atMost) {
        var due = batches.toRemind(brand, now, Math.min(atMost, AT_ONCE));
        Calls.each(due, calls.atOnce(brand), batch -> remind(brand, batch, now));
        return due.size();
    }

    /// When the next reminder is due.
    public Optional<Instant> nextDueAt(BrandId brand) {
        return batches.nextReminderAt(brand);
    }

    private void remind(BrandId brand, Running batch, Instant now) {
        var moment = rules.at(brand, now);
        var answer = calls.connection(batch.sender()).map(connection -> ask(connection.massMessages(), batch));
        if (answer.isEmpty()) {
            batches.reminded(brand, batch.id(), batch.reminders(), false, soon(batch, now));
            return;
        }
        switch (answer.get()) {
            case CONFIRMED -> batches.reminded(brand, batch.id(), batch.reminders(), false, null);
            // a reminder that may have gone out is not repeated: staff are not to be pestered
            case REMINDED -> batches.reminded(brand, batch.id(), batch.reminders(), true, next(moment, batch));
            case REFUSED -> batches.reminded(brand, batch.id(), batch.reminders(), false, next(moment, batch));
            case LATER -> batches.reminded(brand, batch.id(), batch.reminders(), false, soon(batch, now));
        }
    }

    private enum Reminder {
        CONFIRMED,
        REMINDED,
        REFUSED,
        LATER
    }

    private static Reminder ask(MassMessages channel, Running batch) {
        boolean confirmed = new ReadTask(channel, batch)
                .staff()
                .filter(MassMessages.StaffTask::confirmed)
                .isPresent();
        if (confirmed) {
            return Reminder.CONFIRMED;
        }
        return switch (channel.remind(batch.channelRef())) {
            case Answer.Done<Ack> _, Answer.Unknown<Ack> _ -> Reminder.REMINDED;
            case Answer.NotDone<Ack>(var reason, var _, var _) -> reason.passing() ? Reminder.LATER : Reminder.REFUSED;
        };
    }

    private static @Nullable Instant soon(Running batch, Instant now) {
        Instant again = now.plus(AGAIN);
        return again.isBefore(batch.confirmBy()) ? again : null;
    }

    /// The next moment of the policy; never more reminders inside the platform's window than it
    /// takes.
    private static @Nullable Instant next(Rules.AtMoment moment, Running batch) {
        var times = moment.contact().confirmation().remindAfter();
        int next = batch.reminders() + 1;
        if (next >= times.size()) {
            return null;
        }
        var platform = moment.platform(batch.sender().channel()).massMessages();
        Instant at = batch.sentAt().plus(times.get(next));
        if (next >= platform.reminders()) {
            Instant free =
                    batch.sentAt().plus(times.get(next - platform.reminders())).plus(platform.reminderWindow());
            at = free.isAfter(at) ? free : at;
        }
        return at.isBefore(batch.confirmBy()) ? at : null;
    }
}
