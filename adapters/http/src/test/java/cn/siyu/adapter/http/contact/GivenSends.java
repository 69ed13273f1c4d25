package cn.siyu.adapter.http.contact;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.FactsWorld;
import cn.siyu.adapter.http.World;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.channel.port.OutboundMessage;
import cn.siyu.application.contact.port.BatchView;
import cn.siyu.application.contact.port.Explanation;
import cn.siyu.application.contact.port.InMemoryContactLog;
import cn.siyu.application.contact.port.SendBatch;
import cn.siyu.application.contact.port.SendView;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.BatchState;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.contact.SendBatchId;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.contact.SendState;
import cn.siyu.domain.id.PublicId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sends and batches that tests lay down.
final class GivenSends {
    static final String GAP_EXPLAINED =
            "The last marketing contact was at 2026-02-27T08:00:00Z; with 1 ignored in a row the"
                    + " gap is PT168H, so the next one is possible at 2026-03-06T08:00:00Z. It passes by itself.";

    private GivenSends() {}

    private static long next() {
        return Api.bean(IdSource.class).next();
    }

    static PublicId id(ChannelAccountId account) {
        return FactsWorld.publicId(account.value());
    }

    /// A message of `demo` to a customer of its own, planned at a moment.
    static SendView send(SendState state, @Nullable ChannelAccountId account, Instant at) {
        return send(World.DEMO, state, account, at);
    }

    static SendView send(BrandId brand, SendState state, @Nullable ChannelAccountId account, Instant at) {
        long number = next();
        var refused = state == SendState.REFUSED;
        var send = new SendView(
                new SendId(number),
                FactsWorld.publicId(number),
                state,
                refused ? "GAP" : null,
                new Explanation(
                        "contact-2025+3", refused ? List.of(gap()) : List.of(), refused ? gap().earliestAt() : null),
                null,
                new SendView.Refers(
                        customer(brand, account == null ? FactsWorld.ACCOUNT_OF_ADA : account),
                        FactsWorld.publicId(number + 1),
                        account == null ? null : id(account),
                        null,
                        FactsWorld.publicId(9904),
                        FactsWorld.publicId(9905),
                        FactsWorld.publicId(9906),
                        FactsWorld.publicId(9907),
                        2,
                        FactsWorld.publicId(9908)),
                ContactClass.MARKETING,
                "PRIVATE_CHAT",
                new SendView.Times(at, at.plus(Duration.ofDays(2)), null, null),
                null);
        Api.bean(InMemoryContactLog.class).put(brand, send);
        return send;
    }

    private static PublicId customer(BrandId brand, ChannelAccountId account) {
        var customer = Api.bean(FactsWorld.Kept.class).contact(brand, "sent-to-" + next(), account);
        return FactsWorld.publicId(customer.value());
    }

    private static Explanation.Ground gap() {
        return new Explanation.Ground(
                "GAP",
                "contact-2025+3",
                Map.of(
                        "gap", "PT168H",
                        "ignoredInARow", 1,
                        "lastContactAt", "2026-02-27T08:00:00Z",
                        "until", "2026-03-06T08:00:00Z"),
                "TIME",
                Instant.parse("2026-03-06T08:00:00Z"));
    }

    /// A batch of `demo`.
    static BatchView batch(BatchState state, @Nullable String reason, ChannelAccountId account) {
        long number = next();
        var at = World.NOW;
        var batch = new BatchView(
                new SendBatchId(number),
                FactsWorld.publicId(number),
                SendBatch.Kind.MASS,
                ContactClass.MARKETING,
                id(account),
                null,
                state,
                reason,
                OutboundMessage.text("新品上市"),
                null,
                120,
                0,
                1,
                0,
                new BatchView.Times(at, at.plus(Duration.ofDays(2)), at.plusSeconds(1), null, null, null));
        Api.bean(InMemoryContactLog.class).put(World.DEMO, batch);
        return batch;
    }
}
