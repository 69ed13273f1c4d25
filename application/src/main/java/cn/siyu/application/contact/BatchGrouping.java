package cn.siyu.application.contact;

import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.channel.port.OutboundMessage;
import cn.siyu.application.contact.port.SendBatch;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.contact.SendBatchId;
import cn.siyu.domain.contact.SendId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts planned sends into as few batches as can be: one account, one content, one wave, no
/// recipient twice, no more than the channel takes in one call.
final class BatchGrouping {
    private final Rules.AtMoment rules;
    private final IdSource ids;
    private final Map<OutboundMessage, String> hashes = new HashMap<>();
    private final Map<Key, Filling> filling = new LinkedHashMap<>();
    private final List<Filling> full = new ArrayList<>();

    BatchGrouping(Rules.AtMoment rules, IdSource ids) {
        this.rules = rules;
        this.ids = ids;
    }

    /// What the sends of a batch share. Deadlines need only be alike: the earliest holds for all.
    private record Key(
            @Nullable Long wave,
            ChannelAccountId account,
            String hash,
            ContactClass contactClass,
            Instant deadlineHour) {}

    private static final class Filling {
        final SendBatchId id;
        final Key key;
        final OutboundMessage content;
        final Set<String> recipients = new HashSet<>();
        Instant deadline = Instant.MAX;

        Filling(SendBatchId id, Key key, OutboundMessage content) {
            this.id = id;
            this.key = key;
            this.content = content;
        }
    }

    /// Which batch each planned send is in.
    Map<SendId, SendBatchId> place(List<Decided> decided) {
        Map<SendId, SendBatchId> places = new HashMap<>();
        decided.stream()
                .filter(Decided::planned)
                .forEach(each -> places.put(each.intended().id(), put(each)));
        return places;
    }

    private SendBatchId put(Decided each) {
        var link = each.link();
        var origin = each.intended().request().origin();
        String hash = hashes.computeIfAbsent(each.content(), Fingerprint::of);
        Instant deadline = each.aim().deadline();
        Key key = new Key(
                origin == null ? null : origin.wave(),
                link.account(),
                hash,
                each.aim().contactClass(),
                deadline.truncatedTo(ChronoUnit.HOURS));
        var batch = filling.computeIfAbsent(key, _ -> begin(key, each.content()));
        boolean repeated = batch.recipients.contains(link.recipient());
        if (repeated
                || batch.recipients.size()
                        == rules.recipientsPerCall(link.sender().channel())) {
            full.add(batch);
            // a recipient that comes twice can't be of one wave, whatever it says
            batch = begin(
                    repeated ? new Key(null, key.account, hash, key.contactClass, key.deadlineHour) : key,
                    each.content());
            filling.put(key, batch);
        }
        batch.recipients.add(link.recipient());
        batch.deadline = deadline.isBefore(batch.deadline) ? deadline : batch.deadline;
        return batch.id;
    }

    private Filling begin(Key key, OutboundMessage content) {
        return new Filling(new SendBatchId(ids.next()), key, content);
    }

    /// The batches, in the order they were begun.
    List<SendBatch> batches() {
        List<SendBatch> batches = new ArrayList<>();
        full.forEach(each -> batches.add(batch(each)));
        filling.values().forEach(each -> batches.add(batch(each)));
        batches.sort(java.util.Comparator.comparingLong(each -> each.id().value()));
        return batches;
    }

    private SendBatch batch(Filling each) {
        return new SendBatch(
                each.id,
                ids.publicId(each.id.value(), rules.now()),
                each.key.wave,
                SendBatch.Kind.MASS,
                each.key.contactClass,
                each.key.account,
                each.key.hash,
                each.content,
                null,
                each.recipients.size(),
                rules.now(),
                each.deadline,
                rules.now());
    }
}
