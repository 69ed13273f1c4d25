package cn.siyu.application.contact;

import cn.siyu.application.channel.port.MassMessages.Delivery;
import cn.siyu.application.contact.port.Send;
import cn.siyu.application.contact.port.SendResult;
import cn.siyu.application.contact.port.SendResults;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.policy.PlatformPolicy;
import cn.siyu.domain.contact.SendId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Writes down what the platform says of sends, and sets the ledgers right by it: what was
/// delivered later than it was intended counts from when the customer got it; what was not
/// delivered is given back; and where the platform says that a customer's quota is full, it is full
/// for us too.
public final class KeepResults {
    private final SendResults results;
    private final Ledgers ledgers;
    private final Rules rules;

    public KeepResults(SendResults results, Ledgers ledgers, Rules rules) {
        this.results = results;
        this.ledgers = ledgers;
        this.rules = rules;
    }

    /// How long an answer counts, as of now.
    Duration windowAfter(BrandId brand, Instant now) {
        return rules.at(brand, now).contact().responseWindow();
    }

    /// Inside the caller's transaction.
    ///
    /// @param channel the kind of channel whose platform counts them
    /// @param sends the sends that the results are of, perhaps with others
    void add(BrandId brand, String channel, List<Send> sends, List<SendResult> learned, Instant now) {
        if (learned.isEmpty()) {
            return;
        }
        results.add(brand, learned);
        Map<SendId, Send> byId = sends.stream().collect(Collectors.toMap(Send::id, Function.identity()));
        List<SendResult> telling = learned.stream()
                .filter(result -> moves(result, send(byId, result)))
                .toList();
        if (telling.isEmpty()) {
            return;
        }
        var open = ledgers.lockFor(
                brand, telling.stream().map(result -> send(byId, result)).toList());
        var platform = rules.at(brand, now).platform(channel);
        telling.forEach(result -> setRight(open, platform, send(byId, result), result));
        open.close();
    }

    private static Send send(Map<SendId, Send> byId, SendResult result) {
        return Objects.requireNonNull(byId.get(result.send()), "a result of another batch");
    }

    /// Whether the ledgers say anything else than the result.
    private static boolean moves(SendResult result, Send send) {
        Instant reserved = send.reservedAt();
        return reserved != null
                && (result.status() != SendResult.Status.DELIVERED
                        || result.at().isAfter(reserved.plus(Admission.FRESH)));
    }

    private static void setRight(OpenLedgers open, PlatformPolicy platform, Send send, SendResult result) {
        open.refund(send, platform.zone());
        var route = SendResult.route(send);
        if (result.status() == SendResult.Status.DELIVERED) {
            open.reserve(send.aim(), route, OpenLedgers.counted(send), platform.zone(), result.at());
        } else if (Delivery.OVER_CAP.name().equals(result.reason())) {
            open.fill(route.identity(), platform, result.at());
        }
    }
}
