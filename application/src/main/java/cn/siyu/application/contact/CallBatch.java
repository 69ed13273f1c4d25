package cn.siyu.application.contact;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.channel.port.Ack;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.application.channel.port.MassMessages;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.contact.port.BatchOutcome;
import cn.siyu.application.contact.port.SendBatch;
import cn.siyu.application.contact.port.SendResult;
import cn.siyu.application.contact.port.Sender;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.BrandMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/// One call for one intended batch, and what follows from its answer. There is no second attempt in
/// here.
public final class CallBatch {
    private final Rules rules;
    private final ConcludeBatch conclusions;
    private final Brands brands;
    private final BrandClock clock;
    private final LongSupplier ticks;
    private final DispatchSettings settings;
    private final PollSchedule polls;
    private final Standstill standstill = new Standstill();

    /// @param ticks the machine's steady clock in nanoseconds
    public CallBatch(
            Rules rules,
            ConcludeBatch conclusions,
            Brands brands,
            BrandClock clock,
            LongSupplier ticks,
            DispatchSettings settings,
            PollSchedule polls) {
        this.rules = rules;
        this.conclusions = conclusions;
        this.brands = brands;
        this.clock = clock;
        this.ticks = ticks;
        this.settings = settings;
        this.polls = polls;
    }

    /// How many calls may run at once: a sandbox must be repeatable.
    int atOnce(BrandId brand) {
        boolean sandbox = brands.find(brand).orElseThrow().mode() == BrandMode.SANDBOX;
        return sandbox ? 1 : settings.callsAtOnce();
    }

    Optional<ChannelConnection> connection(Sender sender) {
        return rules.channels().connection(sender);
    }

    Optional<Instant> standstill(BrandId brand, Sender sender, Instant now) {
        return standstill.endsAt(brand, sender, now);
    }

    void standStill(BrandId brand, Sender sender, Instant end) {
        standstill.begin(brand, sender, end);
    }

    /// Calls, unless the intent is too old to be sure of it, and writes down the outcome.
    void once(BrandId brand, ChannelConnection connection, Claimed claimed) {
        Instant now = clock.now(brand);
        var sender = claimed.due().sender();
        var still = standstill.endsAt(brand, sender, now);
        if (still.isPresent()) {
            conclude(brand, claimed, waits(claimed, still.get(), "STANDSTILL"), Set.of(), now);
            return;
        }
        if (ticks.getAsLong() - claimed.committedAt() > settings.claimToCall().toNanos()) {
            conclude(brand, claimed, waits(claimed, now, "INTENT_TOO_OLD"), Set.of(), now);
            return;
        }
        switch (claimed.due().batch().kind()) {
            case MASS -> mass(brand, connection, claimed);
            case WELCOME -> welcome(brand, connection, claimed);
        }
    }

    private void mass(BrandId brand, ChannelConnection connection, Claimed claimed) {
        var due = claimed.due();
        List<String> recipients = claimed.members().stream()
                .map(send -> SendResult.route(send).recipient())
                .toList();
        var batch = new MassMessages.Batch(
                due.batch().publicId().toString(),
                due.sender().address(),
                recipients,
                due.batch().content());
        Instant fence = Objects.requireNonNull(claimed.intent().fence(), "mass messages go behind a fence");
        Answer<MassMessages.Receipt> answer;
        try {
            answer = connection.massMessages().create(batch, fence);
        } catch (RuntimeException e) {
            answer = new Answer.Unknown<>("the adapter threw " + e);
        }
        Instant now = clock.now(brand);
        switch (answer) {
            case Answer.Done<MassMessages.Receipt>(var receipt) ->
                conclude(brand, claimed, sent(brand, claimed, receipt.taskId(), now), receipt.unsendable(), now);
            case Answer.NotDone<MassMessages.Receipt> not -> notDone(brand, claimed, not, now);
            case Answer.Unknown<MassMessages.Receipt>(var detail) ->
                conclude(brand, claimed, new BatchOutcome.Unknown(cut(detail)), Set.of(), now);
        }
    }

    private void welcome(BrandId brand, ChannelConnection connection, Claimed claimed) {
        SendBatch batch = claimed.due().batch();
        String code = Objects.requireNonNull(batch.welcomeCode(), "a welcome has a code");
        Answer<Ack> answer;
        try {
            answer = connection.welcomes().send(batch.publicId().toString(), code, batch.content());
        } catch (RuntimeException e) {
            answer = new Answer.Unknown<>("the adapter threw " + e);
        }
        Instant now = clock.now(brand);
        switch (answer) {
            case Answer.Done<Ack> _ -> conclude(brand, claimed, new BatchOutcome.Delivered(now), Set.of(), now);
            case Answer.NotDone<Ack> not -> notDone(brand, claimed, not, now);
            case Answer.Unknown<Ack>(var detail) ->
                conclude(brand, claimed, new BatchOutcome.Unknown(cut(detail)), Set.of(), now);
        }
    }

    private BatchOutcome sent(BrandId brand, Claimed claimed, String channelRef, Instant now) {
        var moment = rules.at(brand, now);
        var confirmation = moment.contact().confirmation();
        boolean confirmed =
                moment.massMessages(claimed.due().sender().channel()).limits().confirmedByStaff();
        Instant confirmBy = now.plus(confirmation.deadline());
        var reminders = confirmation.remindAfter();
        Instant remindAt = confirmed && !reminders.isEmpty() ? now.plus(reminders.getFirst()) : null;
        return new BatchOutcome.Sent(channelRef, now, confirmBy, polls.next(0, now, confirmBy), remindAt);
    }

    private <T> void notDone(BrandId brand, Claimed claimed, Answer.NotDone<T> not, Instant now) {
        String reason = not.reason().name();
        if (!not.reason().passing()) {
            conclude(brand, claimed, new BatchOutcome.Failed(reason), Set.of(), now);
            return;
        }
        Duration after = not.retryAfter();
        boolean welcome = claimed.due().batch().kind() == SendBatch.Kind.WELCOME;
        Duration own = welcome
                ? Duration.ofSeconds(1)
                : settings.retryAfter(claimed.due().attempts() + 1);
        Instant until = now.plus(after == null ? own : after);
        if (not.reason() == NotDoneReason.THROTTLED || not.reason() == NotDoneReason.UNREACHABLE) {
            standStill(brand, claimed.due().sender(), until);
        }
        conclude(brand, claimed, waits(claimed, until, reason), Set.of(), now);
    }

    /// Another try at a moment, if that is before the deadline.
    private static BatchOutcome waits(Claimed claimed, Instant until, String reason) {
        return until.isBefore(claimed.due().batch().deadline())
                ? new BatchOutcome.Waits(until, reason)
                : new BatchOutcome.TooLate(reason);
    }

    private void conclude(BrandId brand, Claimed claimed, BatchOutcome outcome, Set<String> unsendable, Instant now) {
        conclusions.conclude(brand, claimed, outcome, unsendable, now);
    }

    private static String cut(String detail) {
        int most = 60;
        return detail.length() <= most ? detail : detail.substring(0, most);
    }
}
