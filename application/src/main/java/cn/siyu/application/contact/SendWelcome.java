package cn.siyu.application.contact;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.channel.port.Capability;
import cn.siyu.application.channel.port.ContactWays;
import cn.siyu.application.channel.port.OutboundMessage;
import cn.siyu.application.contact.port.Composer;
import cn.siyu.application.contact.port.Composer.Written;
import cn.siyu.application.contact.port.Explanation;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.Reachability;
import cn.siyu.application.contact.port.Send;
import cn.siyu.application.contact.port.Send.Verdict;
import cn.siyu.application.contact.port.SendBatch;
import cn.siyu.application.contact.port.SendBatches;
import cn.siyu.application.contact.port.Sends;
import cn.siyu.application.contact.port.Wanted;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.contact.ContactDecision;
import cn.siyu.domain.contact.ContactLedger;
import cn.siyu.domain.contact.SendBatchId;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Greets a new customer (欢迎语) with the material of the contact way the customer came by. It is
/// planned like every other send, as a batch of one, and lives only as long as the platform's
/// window: about 20 s.
public final class SendWelcome {
    private final Relationships relationships;
    private final ContactWays contactWays;
    private final Reachability reachability;
    private final Rules rules;
    private final Composer composer;
    private final Sends sends;
    private final SendBatches batches;
    private final BrandClock clock;
    private final IdSource ids;

    public SendWelcome(
            Relationships relationships,
            ContactWays contactWays,
            Reachability reachability,
            Rules rules,
            Composer composer,
            Sends sends,
            SendBatches batches,
            BrandClock clock,
            IdSource ids) {
        this.relationships = relationships;
        this.contactWays = contactWays;
        this.reachability = reachability;
        this.rules = rules;
        this.composer = composer;
        this.sends = sends;
        this.batches = batches;
        this.clock = clock;
        this.ids = ids;
    }

    /// Plans the greeting; inside the caller's transaction. Without a contact way that has a
    /// greeting, or on a channel that can't greet, nothing happens.
    ///
    /// @param welcomeCode what the channel gave for this one greeting
    /// @param addedAt when the two became contacts
    public void plan(BrandId brand, RelationshipId relationship, String welcomeCode, Instant addedAt) {
        var added = relationships.find(brand, relationship);
        added.flatMap(each -> material(brand, each))
                .ifPresent(material -> plan(brand, added.orElseThrow(), material, welcomeCode, addedAt));
    }

    private Optional<Long> material(BrandId brand, Relationship relationship) {
        return Optional.ofNullable(relationship.contactWay())
                .flatMap(way -> contactWays.find(brand, way))
                .map(ContactWay::welcomeMaterial);
    }

    private void plan(BrandId brand, Relationship relationship, long material, String welcomeCode, Instant addedAt) {
        Instant now = clock.now(brand);
        var wanted = new Wanted(relationship.customer(), relationship.id());
        var reach = reachability.of(brand, List.of(wanted)).get(wanted);
        var link = reach == null ? null : reach.link();
        if (reach == null || link == null) {
            return;
        }
        String channel = link.sender().channel();
        var moment = rules.at(brand, now);
        Instant deadline = addedAt.plus(moment.platform(channel).welcomeWindow());
        if (rules.channels().offer(channel, Capability.WELCOME_MESSAGE).isNative() && now.isBefore(deadline)) {
            write(brand, new Greeting(reach, link, material, welcomeCode, deadline), moment);
        }
    }

    private record Greeting(Reach reach, Reach.Link link, long material, String welcomeCode, Instant deadline) {
        Send.Aim aim() {
            return new Send.Aim(
                    reach.customer(), ContactClass.SERVICE, SendRequest.PRIVATE_CHAT, false, reach.zone(), deadline);
        }
    }

    private void write(BrandId brand, Greeting greeting, Rules.AtMoment moment) {
        var governor = moment.governor(greeting.link().sender().channel());
        var decision =
                Judgement.of(governor, greeting.reach(), greeting.aim(), ContactLedger.EMPTY, null, moment.now());
        var explanation = Explanation.of(decision);
        if (decision instanceof ContactDecision.Refused refused) {
            String code = refused.reason().reason().code();
            keep(brand, greeting, null, Decided.decision(Verdict.REFUSED, code, explanation), moment);
            return;
        }
        var composition = composer.open(brand, List.of(greeting.material())).get(greeting.material());
        if (composition == null) {
            var gone = explanation.and("MATERIAL_GONE", Map.of(), "MATERIAL");
            keep(brand, greeting, null, Decided.decision(Verdict.REFUSED, "MATERIAL_GONE", gone), moment);
            return;
        }
        switch (composition.write(greeting.reach(), null)) {
            case Written.Message(var message) ->
                keep(brand, greeting, message, Decided.decision(Verdict.PLANNED, null, explanation), moment);
            case Written.Unwritable(var code, var numbers) -> {
                var why = explanation.and(code, numbers, "MATERIAL");
                keep(brand, greeting, null, Decided.decision(Verdict.REFUSED, code, why), moment);
            }
        }
    }

    private void keep(
            BrandId brand,
            Greeting greeting,
            @Nullable OutboundMessage message,
            Send.Decision decision,
            Rules.AtMoment moment) {
        Instant now = moment.now();
        var id = new SendId(ids.next());
        SendBatchId batch = null;
        if (message != null) {
            batch = new SendBatchId(ids.next());
            batches.add(brand, List.of(batch(batch, greeting, message, now)));
        }
        sends.add(
                brand,
                List.of(new Send(
                        id,
                        ids.publicId(id.value(), now),
                        batch,
                        null,
                        greeting.aim(),
                        Decided.route(greeting.link()),
                        greeting.material(),
                        decision,
                        null,
                        now)));
    }

    private SendBatch batch(SendBatchId id, Greeting greeting, OutboundMessage message, Instant now) {
        return new SendBatch(
                id,
                ids.publicId(id.value(), now),
                null,
                SendBatch.Kind.WELCOME,
                ContactClass.SERVICE,
                greeting.link().account(),
                Fingerprint.of(message),
                message,
                greeting.welcomeCode(),
                1,
                now,
                greeting.deadline(),
                now);
    }
}
