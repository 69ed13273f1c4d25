package cn.siyu.application.channel.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.TagId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The queue of what channels still have to be told. In order of writing; a command that fails for
/// a while waits for its next attempt, one that can never succeed is kept as FAILED with its
/// reason.
public interface ChannelCommands {
    /// Queues a command; it is due at once.
    ///
    /// @param id its inner number, from the id source
    void add(BrandId brand, long id, ChannelCommand command, Instant now);

    /// Queues many commands, each under its inner number; they are due at once, in the order of the
    /// map.
    void addAll(BrandId brand, Map<Long, ChannelCommand> commands, Instant now);

    /// Commands due at a moment, oldest first.
    List<Queued> due(BrandId brand, Instant now, int atMost);

    /// When the next command falls due; empty if none waits.
    Optional<Instant> nextDueAt(BrandId brand);

    /// The tags of a contact on an account that the channel still has to be told about, to be set
    /// or taken away.
    Set<TagId> untoldTags(BrandId brand, ChannelAccountId account, String contactId);

    /// The same for all contacts of an account, by contact; of a contact without any, no entry.
    Map<String, Set<TagId>> untoldTags(BrandId brand, ChannelAccountId account);

    /// It is carried out.
    void done(BrandId brand, long id);

    /// It did not work this time.
    void postpone(BrandId brand, long id, Instant dueAt, String problem);

    /// It can never work.
    void fail(BrandId brand, long id, String problem);

    /// Failed commands with a number below another, newest first.
    List<Failed> failed(BrandId brand, long before, int atMost);

    /// Makes failed commands due again as if they were new; those that did not fail stay as they
    /// are.
    ///
    /// @return how many are due again
    int retry(BrandId brand, Collection<Long> ids, Instant now);

    /// A command in the queue.
    ///
    /// @param attempts how often it was tried before
    record Queued(long id, ChannelCommand command, int attempts) {}

    /// A command that failed.
    ///
    /// @param createdAt when it was queued
    /// @param attempts how often it was postponed before
    /// @param problem why it failed
    record Failed(long id, ChannelCommand command, Instant createdAt, int attempts, String problem) {}
}
