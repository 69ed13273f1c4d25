package cn.siyu.adapter.persistence.contact;

import cn.siyu.adapter.persistence.Numbers;
import cn.siyu.adapter.persistence.People;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.contact.port.Explanation;
import cn.siyu.application.contact.port.Send;
import cn.siyu.application.contact.port.Send.Verdict;
import cn.siyu.application.contact.port.Sends;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.SendBatchId;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.customer.CustomerId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlSends implements Sends {
    private final Sql sql;
    private final People people;

    SqlSends(Sql sql, People people) {
        this.people = people;
        this.sql = sql;
    }

    @Override
    public void add(BrandId brand, List<Send> sends) {
        Map<Explanation, String> texts = new HashMap<>();
        sql.batch(
                """
                INSERT INTO send (batch, relationship, account, identity, recipient, zone, decision, reason, explanation,
                  deferred_until, reserved_at, brand, id, public_id, wave, enrolment, sop, sop_version, step, customer,
                  contact_class, touchpoint, win_back, material, deadline_at, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", sends.stream().map(send -> SendRow.all(brand, send, texts)).toList());
        addDeferrals(brand, sends);
    }

    @Override
    public void decideAgain(BrandId brand, List<Send> sends) {
        Map<Explanation, String> texts = new HashMap<>();
        sql.batch(
                """
                UPDATE send SET batch = ?, relationship = ?, account = ?, identity = ?, recipient = ?, zone = ?, decision = ?,
                  reason = ?, explanation = ?, deferred_until = ?, reserved_at = ?
                WHERE brand = ? AND id = ?""",
                sends.stream().map(send -> SendRow.decision(brand, send, texts)).toList());
        addDeferrals(brand, sends);
    }

    private void addDeferrals(BrandId brand, List<Send> sends) {
        List<@Nullable Object[]> deferrals = new ArrayList<>();
        for (Send send : sends) {
            if (send.decision().verdict() == Verdict.DEFERRED) {
                deferrals.add(new @Nullable Object[] {
                    brand, send.id().value(), send.decision().until(), send.heldBy()
                });
            }
        }
        sql.batch("INSERT INTO send_deferral (brand, send, due_at, held_by) VALUES (?, ?, ?, ?)", deferrals);
    }

    @Override
    public List<Send> takeDeferred(BrandId brand, Instant now, int atMost) {
        List<SendId> due = sql.list("""
                SELECT send FROM send_deferral WHERE brand = ? AND due_at <= ?
                ORDER BY brand, due_at, send FETCH FIRST ? ROWS ONLY""", row -> new SendId(row.number("send")), brand, now, atMost);
        List<SendId> ours = dropped(brand, due);
        if (ours.isEmpty()) {
            return List.of();
        }
        return sql.list(
                SendRow.among("id") + "WHERE s.brand = ? ORDER BY s.deferred_until, s.id",
                SendRow::read,
                Numbers.of(ours, SendId::value),
                brand);
    }

    /// What is due already is left alone: whoever decides about it may wait for the SOP that the
    /// caller has changed.
    @Override
    public void release(BrandId brand, long sop, Instant at) {
        sql.update(
                "UPDATE send_deferral SET due_at = ? WHERE brand = ? AND held_by = ? AND due_at > ?",
                at,
                brand,
                sop,
                at);
    }

    /// Deletes deferrals; of two who try, one deletes.
    private List<SendId> dropped(BrandId brand, Collection<SendId> sends) {
        List<SendId> inOrder = sends.stream()
                .sorted(java.util.Comparator.comparingLong(SendId::value))
                .toList();
        List<@Nullable Object[]> keys = new ArrayList<>();
        inOrder.forEach(send -> keys.add(new @Nullable Object[] {brand, send.value()}));
        int[] counts = sql.batch("DELETE FROM send_deferral WHERE brand = ? AND send = ?", keys);
        List<SendId> dropped = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 1) {
                dropped.add(inOrder.get(i));
            }
        }
        return dropped;
    }

    @Override
    public Optional<Instant> nextDeferredAt(BrandId brand) {
        return sql.first("""
                SELECT due_at FROM send_deferral WHERE brand = ?
                ORDER BY brand, due_at, send FETCH FIRST 1 ROWS ONLY""", row -> row.instant("due_at"), brand);
    }

    @Override
    public List<Send> inBatches(BrandId brand, Collection<SendBatchId> batches) {
        if (batches.isEmpty()) {
            return List.of();
        }
        return sql.list(
                SendRow.among("batch") + "WHERE s.brand = ? AND s.decision = 'PLANNED' ORDER BY s.batch, s.id",
                SendRow::read,
                Numbers.of(batches, SendBatchId::value),
                brand);
    }

    @Override
    public List<Send> openOf(BrandId brand, Collection<Long> enrolments, Collection<Long> customers) {
        Set<Long> wanted = Set.copyOf(enrolments);
        return sql
                .list(
                        SendRow.among("customer") + """
                WHERE s.brand = ? AND s.enrolment IS NOT NULL AND s.decision IN ('PLANNED', 'DEFERRED') ORDER BY s.id""",
                        SendRow::read,
                        people.withBirths(
                                        brand,
                                        customers.stream().map(CustomerId::new).toList())
                                .numbers(),
                        brand)
                .stream()
                .filter(send -> {
                    var origin = send.origin();
                    return origin != null && wanted.contains(origin.enrolment());
                })
                .toList();
    }

    @Override
    public List<Send> openFor(BrandId brand, Collection<CustomerId> customers) {
        return sql.list(
                SendRow.among("customer") + """
                WHERE s.brand = ? AND s.decision IN ('PLANNED', 'DEFERRED', 'BY_TASK') ORDER BY s.id""",
                SendRow::read,
                people.withBirths(brand, customers).numbers(),
                brand);
    }

    @Override
    public List<Send> byTask(BrandId brand, Collection<SendId> sends) {
        return sql.list(
                SendRow.among("id") + "WHERE s.brand = ? AND s.decision = 'BY_TASK' ORDER BY s.id",
                SendRow::read,
                Numbers.of(sends, SendId::value),
                brand);
    }

    @Override
    public Set<SendId> dropDeferrals(BrandId brand, Collection<SendId> sends) {
        return Set.copyOf(dropped(brand, sends));
    }
}
