package cn.siyu.adapter.wecomsimulator.behaviour;

import cn.siyu.adapter.wecomsimulator.callback.Outward;
import cn.siyu.adapter.wecomsimulator.callback.Outward.Outcome;
import cn.siyu.adapter.wecomsimulator.wire.Json;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.PostRow;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Posts the reports of shop and archive feeds to the product, in order, each under one idempotency
/// key however often it is tried. A report that cannot be delivered (nobody answers, 5xx, 429)
/// waits for the next time, and those behind it with it; one that the product refuses (another 4xx)
/// is dropped and logged.
final class FeedDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(FeedDelivery.class);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    private final Outward outward;
    private final Plans plans;

    FeedDelivery(Outward outward, Plans plans) {
        this.outward = outward;
        this.plans = plans;
    }

    void deliver(Corp corp) {
        for (var post = first(corp); post != null; post = first(corp)) {
            var product = plans.of(corp).product();
            if (product != null && !accepted(product, post)) {
                return;
            }
            var sequence = post.sequence();
            corp.locked(() -> corp.put(new PostRow.Done(sequence)));
        }
    }

    private static @Nullable PostRow first(Corp corp) {
        return corp.locked(() -> corp.outbox().first(PostRow.Kind.FEED)).orElse(null);
    }

    private boolean accepted(BehaviourPlan.Product product, PostRow post) {
        var headers = Map.of(
                "Content-Type",
                "application/json",
                "Accept",
                "application/json",
                "Authorization",
                "Bearer " + product.key(),
                "Idempotency-Key",
                post.key());
        var uri = URI.create(product.baseUrl() + post.path());
        var body = new String(Json.bytes(post.body()), StandardCharsets.UTF_8);
        return switch (outward.post(uri, headers, body, ANSWER_WITHIN)) {
            case Outcome.Answered(var status, var _)
            when status >= SERVER_ERROR || status == TOO_MANY -> {
                LOG.info("feed report {} to {} answered {}; kept", post.sequence(), uri, status);
                yield false;
            }
            case Outcome.Answered answered -> {
                if (!answered.isOk()) {
                    LOG.warn(
                            "feed report {} refused by {} with {}: {} {}",
                            post.sequence(),
                            uri,
                            answered.status(),
                            body,
                            answered.body());
                }
                yield true;
            }
            case Outcome.Unreachable(var reason) -> kept(post, uri, reason);
            case Outcome.Unanswered(var reason) -> kept(post, uri, reason);
        };
    }

    private static boolean kept(PostRow post, URI uri, String reason) {
        LOG.info("feed report {} to {}: {}; kept", post.sequence(), uri, reason);
        return false;
    }
}
