package cn.siyu.application.contact.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.BatchState;
import cn.siyu.domain.contact.SendBatchId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Batches in memory. It refuses every change of state that the drawing doesn't have.
public final class InMemorySendBatches implements SendBatches {
    private final InMemoryStore.Table<BrandKey, StoredBatch> table;
    private final Sends sends;
    private final Map<ChannelAccountId, Sender> senders = new HashMap<>();

    public InMemorySendBatches(InMemoryStore store, Sends sends) {
        this.table = store.table();
        this.sends = sends;
    }

    /// Tells who an account is on its channel.
    public void account(ChannelAccountId account, Sender sender) {
        senders.put(account, sender);
    }

    /// All batches of a brand with where they stand, by number.
    public List<StoredBatch> all(BrandId brand) {
        return stream(brand).toList();
    }

    private Stream<StoredBatch> stream(BrandId brand) {
        return table.rows().entrySet().stream()
                .filter(entry -> entry.getKey().brand().equals(brand))
                .map(Map.Entry::getValue);
    }

    private StoredBatch row(BrandId brand, SendBatchId batch) {
        return Objects.requireNonNull(table.rows().get(new BrandKey(brand, batch.value())), "no such batch");
    }

    private void change(BrandId brand, SendBatchId batch, UnaryOperator<StoredBatch> change) {
        table.rows().put(new BrandKey(brand, batch.value()), change.apply(row(brand, batch)));
    }

    @Override
    public void add(BrandId brand, List<SendBatch> batches) {
        for (SendBatch batch : batches) {
            var sender = Objects.requireNonNull(senders.get(batch.account()), "no such account");
            table.rows().put(new BrandKey(brand, batch.id().value()), StoredBatch.planned(batch, sender));
        }
    }

    @Override
    public List<Due> due(BrandId brand, Instant now, int atMost) {
        return stream(brand)
                .filter(row ->
                        row.state() == BatchState.PLANNED && !row.notBefore().isAfter(now))
                .sorted(Comparator.comparing((StoredBatch row) -> row.batch().kind())
                        .reversed()
                        .thenComparing(StoredBatch::notBefore)
                        .thenComparingLong(row -> row.batch().id().value()))
                .limit(atMost)
                .map(row -> new Due(row.batch(), row.epoch(), row.attempts(), row.sender()))
                .toList();
    }

    @Override
    public Optional<Instant> nextDueAt(BrandId brand) {
        return stream(brand)
                .filter(row -> row.state() == BatchState.PLANNED)
                .map(StoredBatch::notBefore)
                .min(Instant::compareTo);
    }

    @Override
    public List<Open> open(BrandId brand, Collection<ChannelAccountId> accounts) {
        return stream(brand)
                .filter(row ->
                        row.state().open() && accounts.contains(row.batch().account()))
                .map(row -> new Open(
                        row.batch().id(),
                        row.batch().account(),
                        row.batch().contentHash(),
                        row.batch().wave()))
                .toList();
    }

    @Override
    public boolean sharesRecipients(BrandId brand, SendBatchId batch, Collection<SendBatchId> others) {
        Set<String> ours = recipients(brand, Set.of(batch));
        return recipients(brand, others).stream().anyMatch(ours::contains);
    }

    private Set<String> recipients(BrandId brand, Collection<SendBatchId> batches) {
        return sends.inBatches(brand, batches).stream()
                .map(send -> SendResult.route(send).recipient())
                .collect(Collectors.toSet());
    }

    @Override
    public void lockAccounts(BrandId brand, Collection<ChannelAccountId> accounts) {
        // transactions run one at a time
    }

    @Override
    public Set<SendBatchId> lockPlanned(BrandId brand, Collection<SendBatchId> batches) {
        return batches.stream()
                .filter(batch -> row(brand, batch).state() == BatchState.PLANNED)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<SendBatchId, String> channels(BrandId brand, Collection<SendBatchId> batches) {
        return batches.stream()
                .collect(Collectors.toMap(
                        batch -> batch, batch -> row(brand, batch).sender().channel()));
    }

    @Override
    public Set<SendBatchId> claim(BrandId brand, List<Due> batches, Intent intent) {
        Set<SendBatchId> claimed = new HashSet<>();
        for (Due due : batches) {
            var id = due.batch().id();
            var row = row(brand, id);
            if (row.state() == BatchState.PLANNED && row.epoch() == due.epoch()) {
                change(brand, id, stored -> stored.intended(intent));
                claimed.add(id);
            }
        }
        return claimed;
    }

    @Override
    public boolean conclude(BrandId brand, SendBatchId batch, int epoch, BatchOutcome outcome) {
        var row = row(brand, batch);
        if (row.epoch() != epoch || !row.state().open()) {
            return false;
        }
        change(brand, batch, stored -> stored.concluded(outcome));
        return true;
    }

    @Override
    public void end(BrandId brand, Collection<SendBatchId> batches, BatchState end, String reason, Instant at) {
        for (SendBatchId batch : batches) {
            var state = row(brand, batch).state();
            if (state == BatchState.INTENT) {
                // claimed in this very transaction: to everybody else it goes from PLANNED to its end
                change(brand, batch, stored -> stored.to(BatchState.PLANNED, reason));
            }
            if (state == BatchState.INTENT || state == BatchState.PLANNED) {
                change(brand, batch, stored -> stored.to(end, reason));
            }
        }
    }

    @Override
    public void postpone(BrandId brand, Collection<SendBatchId> batches, Instant notBefore, String reason) {
        for (SendBatchId batch : lockPlanned(brand, batches)) {
            Instant deadline = row(brand, batch).batch().deadline();
            change(brand, batch, stored -> stored.from(deadline.isBefore(notBefore) ? deadline : notBefore, reason));
        }
    }

    @Override
    public void shrink(BrandId brand, Map<SendBatchId, Integer> recipients) {
        recipients.forEach((batch, left) -> change(brand, batch, stored -> stored.left(left)));
    }

    @Override
    public int park(BrandId brand, Instant claimedBefore, String reason) {
        List<SendBatchId> gone = stream(brand)
                .filter(row -> row.state() == BatchState.INTENT)
                .filter(row -> Objects.requireNonNull(row.intent()).claimedAt().isBefore(claimedBefore))
                .map(row -> row.batch().id())
                .toList();
        gone.forEach(batch -> change(brand, batch, stored -> stored.to(BatchState.UNKNOWN, reason)));
        return gone.size();
    }

    @Override
    public List<Running> toPoll(BrandId brand, Instant now, int atMost) {
        return running(brand, StoredBatch::pollAt, now, atMost);
    }

    @Override
    public List<Running> toRemind(BrandId brand, Instant now, int atMost) {
        return running(brand, StoredBatch::remindAt, now, atMost);
    }

    private List<Running> running(
            BrandId brand, Function<StoredBatch, @Nullable Instant> when, Instant now, int atMost) {
        return sent(brand, when)
                .filter(row -> !Objects.requireNonNull(when.apply(row)).isAfter(now))
                .sorted(Comparator.comparing((StoredBatch row) -> Objects.requireNonNull(when.apply(row)))
                        .thenComparingLong(row -> row.batch().id().value()))
                .limit(atMost)
                .map(InMemorySendBatches::running)
                .toList();
    }

    private Stream<StoredBatch> sent(BrandId brand, Function<StoredBatch, @Nullable Instant> when) {
        return stream(brand).filter(row -> row.state() == BatchState.SENT && when.apply(row) != null);
    }

    private static Running running(StoredBatch row) {
        var sent = Objects.requireNonNull(row.sent());
        return new Running(
                row.batch().id(),
                row.batch().account(),
                row.sender(),
                sent.channelRef(),
                row.recipients(),
                sent.at(),
                row.confirmedAt(),
                sent.confirmBy(),
                row.polls(),
                row.reminders());
    }

    @Override
    public Optional<Instant> nextPollAt(BrandId brand) {
        return next(brand, StoredBatch::pollAt);
    }

    @Override
    public Optional<Instant> nextReminderAt(BrandId brand) {
        return next(brand, StoredBatch::remindAt);
    }

    private Optional<Instant> next(BrandId brand, Function<StoredBatch, @Nullable Instant> when) {
        return sent(brand, when)
                .map(row -> Objects.requireNonNull(when.apply(row)))
                .min(Instant::compareTo);
    }

    @Override
    public boolean polled(
            BrandId brand,
            SendBatchId batch,
            int polls,
            @Nullable Instant confirmedAt,
            Instant pollAt,
            @Nullable Instant settledAt) {
        var row = row(brand, batch);
        if (row.state() != BatchState.SENT || row.polls() != polls) {
            return false;
        }
        change(brand, batch, stored -> stored.polled(confirmedAt, settledAt == null ? pollAt : null));
        if (settledAt != null) {
            change(brand, batch, stored -> stored.to(BatchState.SETTLED, null));
        }
        return true;
    }

    @Override
    public void reminded(BrandId brand, SendBatchId batch, int reminders, boolean done, @Nullable Instant remindAt) {
        var row = row(brand, batch);
        if (row.state() == BatchState.SENT && row.reminders() == reminders) {
            change(brand, batch, stored -> stored.reminded(done ? reminders + 1 : reminders, remindAt));
        }
    }
}
