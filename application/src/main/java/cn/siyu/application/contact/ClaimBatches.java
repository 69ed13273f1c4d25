package cn.siyu.application.contact;

import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.contact.port.Send;
import cn.siyu.application.contact.port.SendBatch;
import cn.siyu.application.contact.port.SendBatches;
import cn.siyu.application.contact.port.SendBatches.Due;
import cn.siyu.application.contact.port.SendBatches.Open;
import cn.siyu.application.contact.port.Sends;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.BatchState;
import cn.siyu.domain.contact.SendBatchId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/// Commits the intent to call (发送意图) before any call: state, epoch and the last look at every
/// member in one transaction.
public final class ClaimBatches {
    static final String SAME_CONTENT_OPEN = "SAME_CONTENT_OPEN";
    static final String NOBODY_LEFT = "NOBODY_LEFT";

    private final SendBatches batches;
    private final Sends sends;
    private final Admission admission;
    private final UnitOfWork work;
    private final LongSupplier ticks;
    private final DispatchSettings settings;

    /// @param ticks the machine's steady clock in nanoseconds
    public ClaimBatches(
            SendBatches batches,
            Sends sends,
            Admission admission,
            UnitOfWork work,
            LongSupplier ticks,
            DispatchSettings settings) {
        this.batches = batches;
        this.sends = sends;
        this.admission = admission;
        this.work = work;
        this.ticks = ticks;
        this.settings = settings;
    }

    /// Claims those of the batches that are still planned, that can be told apart from every other
    /// open one, and that have anybody left to send to.
    List<Claimed> claim(BrandId brand, List<Due> due, SendBatches.Intent intent) {
        var claimed = work.inTransaction(() -> inTransaction(brand, due, intent));
        long committedAt = ticks.getAsLong();
        return claimed.stream()
                .map(each -> new Claimed(each.due(), each.epoch(), each.members(), intent, committedAt))
                .toList();
    }

    private List<Claimed> inTransaction(BrandId brand, List<Due> due, SendBatches.Intent intent) {
        List<Due> distinct = distinguishable(brand, due, intent);
        Set<SendBatchId> ours = batches.claim(brand, distinct, intent);
        Map<SendBatchId, Due> byId = new HashMap<>();
        distinct.stream()
                .filter(each -> ours.contains(each.batch().id()))
                .forEach(each -> byId.put(each.batch().id(), each));
        List<Send> members = sends.inBatches(brand, byId.keySet());
        List<Send> admitted = admission.admit(brand, members, send -> due(byId, send), intent.at());
        Map<SendBatchId, List<Send>> byBatch = admitted.stream().collect(Collectors.groupingBy(ClaimBatches::batch));
        batches.end(brand, without(byId.keySet(), byBatch), BatchState.CANCELLED, NOBODY_LEFT, intent.at());
        batches.shrink(brand, shrunk(byId, byBatch));
        return distinct.stream()
                .filter(each -> byBatch.containsKey(each.batch().id()))
                .map(each -> new Claimed(each, each.epoch() + 1, members(byBatch, each.batch()), intent, 0))
                .toList();
    }

    /// Leaves out what could not be told from another open batch on the platform: the same account,
    /// the same content, and a recipient in common. It is looked at again later.
    private List<Due> distinguishable(BrandId brand, List<Due> due, SendBatches.Intent intent) {
        var accounts = due.stream().map(each -> each.batch().account()).collect(Collectors.toSet());
        batches.lockAccounts(brand, accounts);
        List<Open> open = batches.open(brand, accounts);
        List<Due> distinct = new ArrayList<>();
        List<SendBatchId> later = new ArrayList<>();
        for (Due each : due) {
            boolean alikeHere = distinct.stream().anyMatch(other -> alike(each.batch(), open(other.batch())));
            if (alikeHere) {
                continue;
            }
            var alike = open.stream()
                    .filter(other -> alike(each.batch(), other))
                    .map(Open::id)
                    .toList();
            if (alike.isEmpty() || !batches.sharesRecipients(brand, each.batch().id(), alike)) {
                distinct.add(each);
            } else {
                later.add(each.batch().id());
            }
        }
        batches.postpone(brand, later, intent.at().plus(settings.sameContent()), SAME_CONTENT_OPEN);
        return distinct;
    }

    /// Whether two batches could be mistaken for each other if they had a recipient in common.
    /// Those of one wave have none.
    private static boolean alike(SendBatch batch, Open other) {
        boolean oneWave = batch.wave() != null && batch.wave().equals(other.wave());
        return !oneWave
                && batch.kind() == SendBatch.Kind.MASS
                && batch.account().equals(other.account())
                && batch.contentHash().equals(other.contentHash());
    }

    private static Open open(SendBatch batch) {
        return new Open(batch.id(), batch.account(), batch.contentHash(), batch.wave());
    }

    private static Due due(Map<SendBatchId, Due> byId, Send send) {
        return Objects.requireNonNull(byId.get(batch(send)));
    }

    private static SendBatchId batch(Send send) {
        return Objects.requireNonNull(send.batch(), "a member has a batch");
    }

    private static List<Send> members(Map<SendBatchId, List<Send>> byBatch, SendBatch batch) {
        return byBatch.getOrDefault(batch.id(), List.of());
    }

    private static List<SendBatchId> without(Collection<SendBatchId> all, Map<SendBatchId, List<Send>> byBatch) {
        return all.stream().filter(id -> !byBatch.containsKey(id)).toList();
    }

    private static Map<SendBatchId, Integer> shrunk(Map<SendBatchId, Due> byId, Map<SendBatchId, List<Send>> byBatch) {
        Map<SendBatchId, Integer> shrunk = new HashMap<>();
        byBatch.forEach((id, members) -> {
            var due = byId.get(id);
            if (due != null && due.batch().recipients() != members.size()) {
                shrunk.put(id, members.size());
            }
        });
        return shrunk;
    }
}
