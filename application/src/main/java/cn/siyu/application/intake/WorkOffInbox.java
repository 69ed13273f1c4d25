package cn.siyu.application.intake;

import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.application.channel.port.ChannelEvent;
import cn.siyu.application.intake.port.Inbox;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Turns what channels told us into facts, oldest first. The channel is asked for what an event
/// leaves out before any transaction begins; then all that follows from the event is written in
/// one.
public final class WorkOffInbox {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 8;
    private static final int MOST_ATTEMPTS = 50;

    private final Inbox inbox;
    private final ChannelAccounts accounts;
    private final List<ChannelAdapter> channels;
    private final ContactEvents contacts;
    private final TagEvents tags;
    private final UnitOfWork work;

    public WorkOffInbox(
            Inbox inbox,
            ChannelAccounts accounts,
            List<ChannelAdapter> channels,
            ContactEvents contacts,
            TagEvents tags,
            UnitOfWork work) {
        this.inbox = inbox;
        this.accounts = accounts;
        this.channels = List.copyOf(channels);
        this.contacts = contacts;
        this.tags = tags;
        this.work = work;
    }

    /// Works off events that are due, and says how many it looked at.
    public int runDue(BrandId brand, Instant now, int atMost) {
        var due = inbox.due(brand, now, atMost);
        due.forEach(waiting -> workOff(brand, waiting, now));
        return due.size();
    }

    /// When the next event falls due.
    public Optional<Instant> nextDueAt(BrandId brand) {
        return inbox.nextDueAt(brand);
    }

    private void workOff(BrandId brand, Inbox.Waiting waiting, Instant now) {
        var event = waiting.event();
        switch (resultOf(brand, waiting, now)) {
            case Result.Done _ -> {}
            case Result.NotYet(var problem) -> {
                if (waiting.attempts() >= MOST_ATTEMPTS) {
                    inbox.park(brand, event.id(), problem);
                } else {
                    inbox.postpone(brand, event.id(), now.plus(pause(waiting.attempts())), problem);
                }
            }
            case Result.Never(var problem) -> inbox.park(brand, event.id(), problem);
        }
    }

    private static Duration pause(int attempts) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
    }

    private Result resultOf(BrandId brand, Inbox.Waiting waiting, Instant now) {
        var event = waiting.event();
        var channel = channels.stream()
                .filter(one -> one.descriptor().id().equals(event.channel()))
                .findFirst();
        var connection = channel.flatMap(one -> one.connection(event.connection()));
        if (channel.isEmpty() || connection.isEmpty()) {
            return new Result.NotYet("the connection " + event.connection() + " is not configured");
        }
        Runnable done = () -> inbox.done(brand, event.id());
        return switch (channel.get().events().translate(event.payload())) {
            case ChannelEvent.AboutContact about -> aboutContact(brand, connection.get(), about, now, done);
            case ChannelEvent.AboutTags _ -> tags.synchronize(brand, connection.get(), now, done);
            case ChannelEvent.Ignored _ -> {
                work.run(done);
                yield new Result.Done();
            }
        };
    }

    private Result aboutContact(
            BrandId brand, ChannelConnection connection, ChannelEvent.AboutContact event, Instant now, Runnable done) {
        Optional<ChannelAccount> account = accounts.byAddress(brand, connection.name(), event.staff());
        return account.map(found -> contacts.take(brand, connection, found, event, now, done))
                .orElseGet(() -> new Result.Never("no channel account has the address '" + event.staff()
                        + "'; add it, then the event can be read"));
    }

    /// What came of one event.
    sealed interface Result {
        /// It is worked off, and marked so in the same transaction.
        record Done() implements Result {}

        /// Not this time.
        record NotYet(String problem) implements Result {}

        /// Not by itself, ever.
        record Never(String problem) implements Result {}
    }
}
