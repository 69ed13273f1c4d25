package cn.siyu.adapter.persistence.contact;

import cn.siyu.adapter.persistence.Numbers;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.contact.port.BatchOutcome;
import cn.siyu.application.contact.port.SendBatch;
import cn.siyu.application.contact.port.SendBatches;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.BatchState;
import cn.siyu.domain.contact.SendBatchId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlSendBatches implements SendBatches {
    private final Sql sql;

    SqlSendBatches(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(BrandId brand, List<SendBatch> batches) {
        sql.batch(
                """
                INSERT INTO send_batch (brand, id, public_id, wave, kind, contact_class, account, content_hash, content,
                  welcome_code, recipients, not_before, deadline_at, created_at, updated_at, state, epoch, polls,
                  reminders, attempts)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PLANNED', 0, 0, 0, 0)""",
                batches.stream().map(batch -> BatchRow.parameters(brand, batch)).toList());
    }

    @Override
    public List<Due> due(BrandId brand, Instant now, int atMost) {
        List<Due> due = new ArrayList<>(due(brand, SendBatch.Kind.WELCOME, now, atMost));
        if (due.size() < atMost) {
            due.addAll(due(brand, SendBatch.Kind.MASS, now, atMost - due.size()));
        }
        return due;
    }

    private List<Due> due(BrandId brand, SendBatch.Kind kind, Instant now, int atMost) {
        return sql.list(BatchRow.SELECT_DUE + """
                WHERE b.brand = ? AND b.state = 'PLANNED' AND b.kind = ? AND b.not_before <= ?
                ORDER BY b.brand, b.state, b.kind, b.not_before, b.id FETCH FIRST ? ROWS ONLY""", BatchRow::due, brand, kind, now, atMost);
    }

    @Override
    public Optional<Instant> nextDueAt(BrandId brand) {
        return sql.first("""
                SELECT min(not_before) AS due_at FROM send_batch WHERE brand = ? AND state = 'PLANNED'""", row -> Optional.ofNullable(row.instantOrNull("due_at")), brand)
                .flatMap(found -> found);
    }

    @Override
    public List<Open> open(BrandId brand, Collection<ChannelAccountId> accounts) {
        Set<ChannelAccountId> wanted = Set.copyOf(accounts);
        return sql
                .list(
                        """
                SELECT id, account, content_hash, wave FROM send_batch
                WHERE brand = ? AND state IN ('INTENT', 'UNKNOWN') ORDER BY id""",
                        row -> new Open(
                                new SendBatchId(row.number("id")),
                                new ChannelAccountId(row.number("account")),
                                row.text("content_hash"),
                                row.numberOrNull("wave")),
                        brand)
                .stream()
                .filter(open -> wanted.contains(open.account()))
                .toList();
    }

    @Override
    public boolean sharesRecipients(BrandId brand, SendBatchId batch, Collection<SendBatchId> others) {
        return sql.first(
                        """
                SELECT b.recipient FROM %s JOIN send b ON b.batch = wanted.n
                WHERE b.brand = ? AND b.decision = 'PLANNED'
                INTERSECT
                SELECT a.recipient FROM send a WHERE a.brand = ? AND a.batch = ? AND a.decision = 'PLANNED'
                FETCH FIRST 1 ROWS ONLY""".formatted(Numbers.WANTED),
                        row -> row.text("recipient"),
                        Numbers.of(others, SendBatchId::value),
                        brand,
                        brand,
                        batch.value())
                .isPresent();
    }

    @Override
    public void lockAccounts(BrandId brand, Collection<ChannelAccountId> accounts) {
        sql.list(
                """
                SELECT a.id FROM %s JOIN channel_account a ON a.id = wanted.n
                WHERE a.brand = ? ORDER BY a.id FOR UPDATE""".formatted(Numbers.WANTED),
                row -> row.number("id"),
                Numbers.of(accounts, ChannelAccountId::value),
                brand);
    }

    @Override
    public Set<SendBatchId> lockPlanned(BrandId brand, Collection<SendBatchId> batches) {
        return new HashSet<>(sql.list(
                """
                SELECT b.id FROM %s JOIN send_batch b ON b.id = wanted.n
                WHERE b.brand = ? AND b.state = 'PLANNED' ORDER BY b.id FOR UPDATE""".formatted(Numbers.WANTED),
                row -> new SendBatchId(row.number("id")),
                Numbers.of(batches, SendBatchId::value),
                brand));
    }

    private record Over(SendBatchId batch, String channel) {}

    @Override
    public Map<SendBatchId, String> channels(BrandId brand, Collection<SendBatchId> batches) {
        return sql
                .list(
                        """
                SELECT b.id, a.channel FROM %s JOIN send_batch b ON b.id = wanted.n
                JOIN channel_account a ON a.brand = b.brand AND a.id = b.account WHERE b.brand = ?""".formatted(Numbers.WANTED),
                        row -> new Over(new SendBatchId(row.number("id")), row.text("channel")),
                        Numbers.of(batches, SendBatchId::value),
                        brand)
                .stream()
                .collect(Collectors.toMap(Over::batch, Over::channel));
    }

    @Override
    public Set<SendBatchId> claim(BrandId brand, List<Due> batches, Intent intent) {
        List<Due> inOrder = batches.stream()
                .sorted(java.util.Comparator.comparingLong(
                        due -> due.batch().id().value()))
                .toList();
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Due due : inOrder) {
            rows.add(new @Nullable Object[] {
                intent.at(),
                intent.fence(),
                intent.claimedAt(),
                intent.at(),
                brand,
                due.batch().id().value(),
                due.epoch()
            });
        }
        int[] claimed = sql.batch("""
                UPDATE send_batch SET state = 'INTENT', epoch = epoch + 1, attempts = attempts + 1, reason = NULL,
                  intent_at = ?, fence_at = ?, claimed_at = ?, updated_at = ?
                WHERE brand = ? AND id = ? AND state = 'PLANNED' AND epoch = ?""", rows);
        Set<SendBatchId> ours = new HashSet<>();
        for (int i = 0; i < claimed.length; i++) {
            if (claimed[i] == 1) {
                ours.add(inOrder.get(i).batch().id());
            }
        }
        return ours;
    }

    @Override
    public boolean conclude(BrandId brand, SendBatchId batch, int epoch, BatchOutcome outcome) {
        return Conclusion.of(outcome).write(sql, brand, batch, epoch, outcome);
    }

    @Override
    public void end(BrandId brand, Collection<SendBatchId> batches, BatchState end, String reason, Instant at) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Long batch : Numbers.of(batches, SendBatchId::value)) {
            rows.add(new @Nullable Object[] {end, reason, at, brand, batch});
        }
        sql.batch("""
                UPDATE send_batch SET state = ?, reason = ?, updated_at = ?
                WHERE brand = ? AND id = ? AND state IN ('PLANNED', 'INTENT')""", rows);
    }

    @Override
    public void postpone(BrandId brand, Collection<SendBatchId> batches, Instant notBefore, String reason) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Long batch : Numbers.of(batches, SendBatchId::value)) {
            rows.add(new @Nullable Object[] {notBefore, notBefore, reason, brand, batch});
        }
        sql.batch("""
                UPDATE send_batch SET not_before = CASE WHEN deadline_at < CAST(? AS timestamp with time zone)
                    THEN deadline_at ELSE CAST(? AS timestamp with time zone) END, reason = ?
                WHERE brand = ? AND id = ? AND state = 'PLANNED'""", rows);
    }

    @Override
    public void shrink(BrandId brand, Map<SendBatchId, Integer> recipients) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        recipients.forEach((batch, left) -> rows.add(new @Nullable Object[] {left, brand, batch.value()}));
        sql.batch("UPDATE send_batch SET recipients = ? WHERE brand = ? AND id = ?", rows);
    }

    @Override
    public int park(BrandId brand, Instant claimedBefore, String reason) {
        return sql.update("""
                UPDATE send_batch SET state = 'UNKNOWN', reason = ?
                WHERE brand = ? AND state = 'INTENT' AND claimed_at < ?""", reason, brand, claimedBefore);
    }

    @Override
    public List<Running> toPoll(BrandId brand, Instant now, int atMost) {
        return sql.list(BatchRow.SELECT_RUNNING + """
                WHERE b.brand = ? AND b.state = 'SENT' AND b.poll_at <= ?
                ORDER BY b.brand, b.state, b.poll_at, b.id FETCH FIRST ? ROWS ONLY""", BatchRow::running, brand, now, atMost);
    }

    @Override
    public Optional<Instant> nextPollAt(BrandId brand) {
        return sql.first("""
                SELECT poll_at FROM send_batch WHERE brand = ? AND state = 'SENT' AND poll_at IS NOT NULL
                ORDER BY brand, state, poll_at, id FETCH FIRST 1 ROWS ONLY""", row -> row.instant("poll_at"), brand);
    }

    @Override
    public boolean polled(
            BrandId brand,
            SendBatchId batch,
            int polls,
            @Nullable Instant confirmedAt,
            Instant pollAt,
            @Nullable Instant settledAt) {
        return sql.update(
                        """
                UPDATE send_batch SET polls = polls + 1, confirmed_at = ?, poll_at = ?, state = ?, remind_at =
                    CASE WHEN CAST(? AS boolean) THEN NULL ELSE remind_at END
                WHERE brand = ? AND id = ? AND state = 'SENT' AND polls = ?""",
                        confirmedAt,
                        settledAt == null ? pollAt : null,
                        settledAt == null ? BatchState.SENT : BatchState.SETTLED,
                        confirmedAt != null || settledAt != null,
                        brand,
                        batch.value(),
                        polls)
                == 1;
    }

    @Override
    public List<Running> toRemind(BrandId brand, Instant now, int atMost) {
        return sql.list(BatchRow.SELECT_RUNNING + """
                WHERE b.brand = ? AND b.state = 'SENT' AND b.remind_at <= ?
                ORDER BY b.brand, b.state, b.remind_at, b.id FETCH FIRST ? ROWS ONLY""", BatchRow::running, brand, now, atMost);
    }

    @Override
    public Optional<Instant> nextReminderAt(BrandId brand) {
        return sql.first("""
                SELECT remind_at FROM send_batch WHERE brand = ? AND state = 'SENT' AND remind_at IS NOT NULL
                ORDER BY brand, state, remind_at, id FETCH FIRST 1 ROWS ONLY""", row -> row.instant("remind_at"), brand);
    }

    @Override
    public void reminded(BrandId brand, SendBatchId batch, int reminders, boolean done, @Nullable Instant remindAt) {
        sql.update("""
                UPDATE send_batch SET reminders = ?, remind_at = ?
                WHERE brand = ? AND id = ? AND state = 'SENT' AND reminders = ?""", done ? reminders + 1 : reminders, remindAt, brand, batch.value(), reminders);
    }
}
