package cn.siyu.adapter.wecomsimulator.behaviour;

import cn.siyu.adapter.wecomsimulator.callback.Outward;
import cn.siyu.adapter.wecomsimulator.callback.Outward.Outcome;
import cn.siyu.adapter.wecomsimulator.wire.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Visits one of the product's links, as a customer does who has scanned a printed code.
final class Visits {
    private static final Logger LOG = LoggerFactory.getLogger(Visits.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int SERVER_ERROR = 500;
    private final Outward outward;

    Visits(Outward outward) {
        this.outward = outward;
    }

    /// What a visitor got to see.
    sealed interface Seen {
        /// The code of a member.
        record Code(String qrCode) implements Seen {}

        /// Nothing that leads to a member.
        record Nothing() implements Seen {}

        /// The product does not run.
        record Closed() implements Seen {}

        /// The product failed; trying again may help.
        record Failed() implements Seen {}
    }

    Seen visit(BehaviourPlan.Product product, String code) {
        var uri = URI.create(product.baseUrl() + "/l/" + code);
        return switch (outward.get(uri, Map.of("Accept", "application/json"), PATIENCE)) {
            case Outcome.Answered(var status, var _)
            when status >= SERVER_ERROR -> {
                LOG.info("{} answered {}", uri, status);
                yield new Seen.Failed();
            }
            case Outcome.Answered answered -> answered.isOk() ? read(uri, answered.body()) : nothing(uri, answered);
            case Outcome.Unreachable(var reason) -> {
                LOG.info("{}: {}", uri, reason);
                yield new Seen.Closed();
            }
            case Outcome.Unanswered(var reason) -> {
                LOG.info("{}: {}", uri, reason);
                yield new Seen.Failed();
            }
        };
    }

    private static Seen nothing(URI uri, Outcome.Answered answered) {
        LOG.warn("a visitor of {} was turned away with {}: {}", uri, answered.status(), answered.body());
        return new Seen.Nothing();
    }

    private static Seen read(URI uri, String body) {
        try {
            var qrCode = Json.MAPPER.readTree(body).path("qrCode").asText("");
            return qrCode.isEmpty() ? new Seen.Nothing() : new Seen.Code(qrCode);
        } catch (JsonProcessingException _) {
            LOG.warn("{} did not answer with JSON", uri);
            return new Seen.Nothing();
        }
    }
}
