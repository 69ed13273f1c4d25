package cn.siyu.application.engine;

import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.Ack;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.channel.port.ChannelCommand;
import cn.siyu.application.channel.port.ChannelCommands;
import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.channel.port.Remarks;
import cn.siyu.application.channel.port.TagDirectory;
import cn.siyu.application.customer.port.Tags;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.customer.Tag;
import cn.siyu.domain.customer.TagId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells channels what they still have to be told: tags and remarks. Telling twice does no harm, so
/// an answer that may or may not have been carried out is simply tried again.
public final class CarryOutCommands {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 7;
    private static final int MOST_ATTEMPTS = 40;

    private final ChannelCommands commands;
    private final ChannelAccounts accounts;
    private final Tags tags;
    private final List<ChannelAdapter> channels;
    private final UnitOfWork work;

    public CarryOutCommands(
            ChannelCommands commands,
            ChannelAccounts accounts,
            Tags tags,
            List<ChannelAdapter> channels,
            UnitOfWork work) {
        this.commands = commands;
        this.accounts = accounts;
        this.tags = tags;
        this.channels = List.copyOf(channels);
        this.work = work;
    }

    /// Carries out commands that are due, and says how many were tried.
    public int runDue(BrandId brand, Instant now, int atMost) {
        var due = commands.due(brand, now, atMost);
        due.forEach(queued -> carryOut(brand, queued, now));
        return due.size();
    }

    /// When the next command falls due.
    public Optional<Instant> nextDueAt(BrandId brand) {
        return commands.nextDueAt(brand);
    }

    private void carryOut(BrandId brand, ChannelCommands.Queued queued, Instant now) {
        var account = accounts.find(brand, queued.command().account());
        var answer = account.flatMap(this::connection)
                .map(connection -> tell(brand, connection, account.orElseThrow(), queued.command(), now))
                .orElseGet(() -> Answer.notDone(NotDoneReason.FORBIDDEN, "the account's connection is not configured"));
        switch (answer) {
            case Answer.Done<Ack> _ -> commands.done(brand, queued.id());
            case Answer.NotDone<Ack> not -> notDone(brand, queued, not, now);
            case Answer.Unknown<Ack>(var detail) -> again(brand, queued, now.plus(pause(queued)), detail);
        }
    }

    private void notDone(BrandId brand, ChannelCommands.Queued queued, Answer.NotDone<Ack> not, Instant now) {
        String problem = not.reason() + ": " + not.detail();
        if (!not.reason().passing()) {
            commands.fail(brand, queued.id(), problem);
            return;
        }
        var pause = Objects.requireNonNullElse(not.retryAfter(), pause(queued));
        again(brand, queued, now.plus(pause), problem);
    }

    private void again(BrandId brand, ChannelCommands.Queued queued, Instant at, String problem) {
        if (queued.attempts() >= MOST_ATTEMPTS) {
            commands.fail(brand, queued.id(), problem);
        } else {
            commands.postpone(brand, queued.id(), at, problem);
        }
    }

    private static Duration pause(ChannelCommands.Queued queued) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(queued.attempts(), MOST_DOUBLINGS));
    }

    private Answer<Ack> tell(
            BrandId brand, ChannelConnection connection, ChannelAccount account, ChannelCommand command, Instant now) {
        return switch (command) {
            case ChannelCommand.MarkTags mark -> mark(brand, connection, account, mark, now);
            case ChannelCommand.SetRemark set ->
                connection
                        .remarks()
                        .set(
                                account.address(),
                                set.contactId(),
                                new Remarks.Change(set.remark(), set.description(), null));
        };
    }

    private Answer<Ack> mark(
            BrandId brand,
            ChannelConnection connection,
            ChannelAccount account,
            ChannelCommand.MarkTags mark,
            Instant now) {
        var added = new HashSet<String>();
        for (var tag : tags.findAll(brand, mark.add())) {
            switch (knownThere(brand, connection, tag, now)) {
                case Answer.Done<String>(var ref) -> added.add(ref);
                case Answer.NotDone<String> not -> {
                    return new Answer.NotDone<>(not.reason(), not.detail(), not.retryAfter());
                }
                case Answer.Unknown<String>(var detail) -> {
                    return new Answer.Unknown<>(detail);
                }
            }
        }
        var removed = refs(brand, mark.remove());
        if (added.isEmpty() && removed.isEmpty()) {
            return Answer.done(Ack.ACK);
        }
        return connection.tags().mark(account.address(), mark.contactId(), added, removed);
    }

    private Set<String> refs(BrandId brand, Set<TagId> ids) {
        return tags.findAll(brand, ids).stream()
                .flatMap(tag -> Optional.ofNullable(tag.channelRef()).stream())
                .collect(Collectors.toSet());
    }

    /// The channel's id of a tag of ours. It is looked for there before it is made, so that making
    /// it twice cannot happen.
    private Answer<String> knownThere(BrandId brand, ChannelConnection connection, Tag tag, Instant now) {
        String ref = tag.channelRef();
        if (ref != null) {
            return Answer.done(ref);
        }
        var listed = connection.tags().list().map(groups -> idOf(groups, tag));
        if (!(listed instanceof Answer.Done<Optional<String>>(var found))) {
            return listed.map(Optional::orElseThrow);
        }
        if (found.isPresent()) {
            return Answer.done(keep(brand, tag, found.get(), now));
        }
        return connection
                .tags()
                .create(tag.group(), List.of(tag.name()))
                .map(group -> keep(brand, tag, group.tags().getFirst().id(), now));
    }

    private static Optional<String> idOf(List<TagDirectory.TagGroup> groups, Tag tag) {
        return groups.stream()
                .filter(group -> group.name().equals(tag.group()))
                .flatMap(group -> group.tags().stream())
                .filter(one -> one.name().equals(tag.name()))
                .map(TagDirectory.Tag::id)
                .findFirst();
    }

    private String keep(BrandId brand, Tag tag, String ref, Instant now) {
        work.run(() -> tags.replace(
                brand,
                new Tag(
                        tag.id(),
                        tag.publicId(),
                        tag.group(),
                        tag.name(),
                        ref,
                        tag.version() + 1,
                        tag.createdAt(),
                        now)));
        return ref;
    }

    private Optional<ChannelConnection> connection(ChannelAccount account) {
        return channels.stream()
                .filter(channel -> channel.descriptor().id().equals(account.channel()))
                .findFirst()
                .flatMap(channel -> channel.connection(account.connection()));
    }
}
