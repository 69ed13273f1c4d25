package cn.siyu.application.contact.port;

import cn.siyu.application.channel.port.Attachment;
import cn.siyu.application.channel.port.OutboundMessage;
import cn.siyu.application.contact.port.Send.Verdict;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.contact.SendBatchId;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sends and batches for the contracts: one valid form, and what a test wants otherwise.
public final class ContactFixtures {
    public static final BrandId BRAND = new BrandId(1);
    public static final Instant NOW = Instant.parse("2026-03-10T02:00:00.123Z");
    public static final ChannelAccountId ACCOUNT = new ChannelAccountId(7);
    public static final Sender SENDER = new Sender("in-memory", "main", "staff-7");
    public static final SendBatches.Intent INTENT =
            new SendBatches.Intent(NOW, NOW.plusSeconds(7200), Instant.parse("2026-11-01T00:00:00Z"));

    private ContactFixtures() {}

    public static SendBatch batch(long id) {
        return batch(id, SendBatch.Kind.MASS, null, NOW);
    }

    public static SendBatch batch(long id, SendBatch.Kind kind, @Nullable Long wave, Instant notBefore) {
        return new SendBatch(
                new SendBatchId(id),
                PublicId.of(NOW, id, id),
                wave,
                kind,
                ContactClass.MARKETING,
                ACCOUNT,
                "a".repeat(64),
                new OutboundMessage(
                        "您好 🙂 \"q\"",
                        List.of(
                                new Attachment.Link("标题", "https://example.com", null, "https://example.com/p.png"),
                                new Attachment.MiniProgram("小程序", "wx1", "pages/a", "media-1"),
                                new Attachment.Video("media-3"),
                                new Attachment.File("菜单.pdf", "media-4"),
                                new Attachment.Image("media-2"))),
                kind == SendBatch.Kind.WELCOME ? "code-" + id : null,
                1,
                notBefore,
                NOW.plus(Duration.ofDays(2)),
                NOW);
    }

    /// A planned send of customer `id` in a batch.
    public static Send planned(long id, long batch) {
        return send(id, new SendBatchId(batch), decision(Verdict.PLANNED, null), NOW);
    }

    public static Send deferred(long id, Instant until) {
        return send(id, null, decision(Verdict.DEFERRED, until), null);
    }

    /// A send that waits for its paused SOP until its deadline.
    public static Send heldBack(long id, long sop, Instant deadline) {
        var send = deferred(id, deadline);
        var explanation = new Explanation("contact-2025", List.of(), null).and(Send.SOP_PAUSED, Map.of(), "RESUMPTION");
        return new Send(
                send.id(),
                send.publicId(),
                null,
                new SendOrigin(300 + id, sop, 2, 3, 4L),
                send.aim(),
                send.route(),
                send.material(),
                new Send.Decision(Verdict.DEFERRED, Send.SOP_PAUSED, explanation, deadline),
                null,
                send.createdAt());
    }

    public static Send.Decision decision(Verdict verdict, @Nullable Instant until) {
        var ground = new Explanation.Ground(
                "GAP", "contact-2025+3", Map.of("gap", "PT168H", "used", 3, "trust", 41.5), "TIME", NOW);
        var explanation = verdict == Verdict.PLANNED
                ? new Explanation("contact-2025", List.of(), null)
                : new Explanation("contact-2025", List.of(ground), NOW.plusSeconds(60));
        return new Send.Decision(verdict, verdict == Verdict.PLANNED ? null : "GAP", explanation, until);
    }

    private static Send send(
            long id, @Nullable SendBatchId batch, Send.Decision decision, @Nullable Instant reservedAt) {
        return new Send(
                new SendId(id),
                PublicId.of(NOW, id, id),
                batch,
                new SendOrigin(300 + id, 1, 2, 3, 4L),
                new Send.Aim(
                        new CustomerId(id),
                        ContactClass.MARKETING,
                        "PRIVATE_CHAT",
                        true,
                        ZoneId.of("Asia/Shanghai"),
                        NOW.plus(Duration.ofDays(2))),
                new Send.Route(new RelationshipId(100 + id), ACCOUNT, new IdentityId(200 + id), "wm" + id),
                5L,
                decision,
                reservedAt,
                NOW);
    }
}
